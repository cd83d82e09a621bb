// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One rule of auth.conf.
 *
 * @param name unique; logs show it
 * @param sortOrder 1 to 999
 * @param path what the path starts with, or null for a regex
 * @param regex what is found anywhere in the path, or null for a prefix
 * @param methods lower case, or empty for all
 * @param query each name must have one of its values
 * @param allow who may
 * @param deny who may not; beats allow
 * @param unauthenticated whether anybody may
 */
record Rule(
    String name,
    int sortOrder,
    @Nullable String path,
    @Nullable Pattern regex,
    Set<String> methods,
    Map<String, List<String>> query,
    List<Subject> allow,
    List<Subject> deny,
    boolean unauthenticated) {

  /**
   * Matches a request.
   *
   * @return the groups of the regex, an empty array for a prefix, or null when it does not match
   */
  String @Nullable [] match(Call call) {
    if (!methods.isEmpty() && !methods.contains(call.method().toLowerCase(Locale.ROOT))) {
      return null;
    }
    String[] groups = matchPath(call.path());
    return groups != null && matchQuery(call.params()) ? groups : null;
  }

  private String @Nullable [] matchPath(String requested) {
    if (path != null) {
      return requested.startsWith(path) ? new String[0] : null;
    }
    Matcher matcher = java.util.Objects.requireNonNull(regex).matcher(requested);
    if (!matcher.find()) {
      return null;
    }
    String[] groups = new String[matcher.groupCount()];
    for (int i = 0; i < groups.length; i++) {
      String group = matcher.group(i + 1);
      groups[i] = group == null ? "" : group;
    }
    return groups;
  }

  private boolean matchQuery(Params params) {
    return query.entrySet().stream()
        .allMatch(e -> params.all(e.getKey()).stream().anyMatch(e.getValue()::contains));
  }

  /** Whether this rule, which has matched, lets somebody in. */
  boolean permits(ClientIdentity who, String[] groups) {
    if (unauthenticated) {
      return true;
    }
    return who.authenticated()
        && deny.stream().noneMatch(s -> s.matches(who, groups))
        && allow.stream().anyMatch(s -> s.matches(who, groups));
  }
}
