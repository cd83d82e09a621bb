// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides by the rules of auth.conf: the first that matches a request; none is a refusal. */
final class Authorizer {

  private static final Logger LOG = LoggerFactory.getLogger(Authorizer.class);

  private final List<Rule> rules;

  /**
   * Creates an authorizer.
   *
   * @param rules in the order in which they are tried
   */
  Authorizer(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Authorizes a request.
   *
   * @return null when it may go on, else the text for the client; the log has the reason
   */
  @Nullable String refusal(Call call) {
    for (Rule rule : rules) {
      String[] groups = rule.match(call);
      if (groups != null) {
        return rule.permits(call.identity(), groups)
            ? null
            : refuse(call, "denied by rule '" + rule.name() + "'.");
      }
    }
    return refuse(call, "denied by rule 'global deny all - no rules matched'.");
  }

  private static String refuse(Call call, String why) {
    String method = call.method().toLowerCase(Locale.ROOT);
    LOG.warn(
        "Forbidden request: {} access to {} (method :{}) (authenticated: {}) {}",
        call.identity().display(),
        call.path(),
        method,
        call.identity().authenticated(),
        why);
    return "Forbidden request: "
        + call.path()
        + " (method :"
        + method
        + "). Please see the server logs for details.";
  }
}
