// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.storeconfig.model.EnvironmentName;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /puppet/v3/INDIRECTION/KEY}: Puppet's own checks, in Puppet's order, before an endpoint
 * sees a request. A plural name is a search.
 */
final class Indirections implements Endpoint {

  private static final Pattern WORD = Pattern.compile("\\w+");

  /** Names that end with an s and are no plural. */
  private static final Set<String> SINGULAR = Set.of("facts", "status");

  private record Served(Map<String, Endpoint> methods, boolean needsEnvironment) {}

  private final Map<String, Served> served = new LinkedHashMap<>();
  private final Predicate<String> environments;

  /**
   * Creates the dispatcher.
   *
   * @param environments whether there is an environment of a name
   */
  Indirections(Predicate<String> environments) {
    this.environments = environments;
  }

  /**
   * Serves an indirection.
   *
   * @param name as in the path, plural for searches
   * @param needsEnvironment whether an unknown environment is 404 before the endpoint is asked
   * @param methods HTTP method to endpoint
   */
  Indirections add(String name, boolean needsEnvironment, Map<String, Endpoint> methods) {
    served.put(name, new Served(Map.copyOf(methods), needsEnvironment));
    return this;
  }

  @Override
  public Answer answer(Call call, String rest) throws HttpError, IOException {
    int slash = rest.indexOf('/');
    String name = slash < 0 ? rest : rest.substring(0, slash);
    String key = slash < 0 ? "" : rest.substring(slash + 1);
    checkName(call, name);
    Served indirection = served.get(name);
    if (indirection == null) {
      throw HttpError.notFound(
          "Could not find indirection '" + name + "'", IssueKind.HANDLER_NOT_FOUND);
    }
    checkEnvironment(call.params().get("environment"), indirection.needsEnvironment());
    if (key.isEmpty()) {
      throw HttpError.badRequest("No request key specified in " + call.path());
    }
    Endpoint endpoint = indirection.methods().get(call.method());
    if (endpoint == null) {
      throw HttpError.methodNotAllowed(
          "No support for http method " + call.method() + " of " + name);
    }
    return endpoint.answer(call, key);
  }

  private static void checkName(Call call, String name) throws HttpError {
    if (!WORD.matcher(name).matches()) {
      throw HttpError.badRequest(
          "The indirection name must be purely alphanumeric, not '" + name + "'");
    }
    boolean plural = !SINGULAR.contains(name) && name.endsWith("s");
    switch (call.method()) {
      case "GET" -> {}
      case "POST", "PUT", "HEAD", "DELETE" -> {
        if (plural) {
          throw HttpError.badRequest(
              "No support for plurality plural for " + call.method() + " operations");
        }
      }
      default -> throw HttpError.methodNotAllowed("No support for http method " + call.method());
    }
  }

  private void checkEnvironment(@Nullable String environment, boolean needed) throws HttpError {
    if (environment == null) {
      throw HttpError.badRequest("An environment parameter must be specified");
    }
    if (!EnvironmentName.isValid(environment)) {
      throw HttpError.badRequest(
          "The environment must be purely alphanumeric, not '" + environment + "'");
    }
    if (needed && !environments.test(environment)) {
      throw HttpError.notFound(
          "Could not find environment '" + environment + "'", IssueKind.RUNTIME_ERROR);
    }
  }
}
