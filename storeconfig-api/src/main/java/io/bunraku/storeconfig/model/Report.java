// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import org.jspecify.annotations.Nullable;

/**
 * A report of an agent run. The JSON is kept as it came; the other components are what lists show.
 *
 * @param node who reports
 * @param id unique for the node: the transaction UUID, or the digest of the content; letters,
 *     digits, dots, dashes and underscores
 * @param received milliseconds since 1970; its UTC day is when the report will be dropped
 * @param status {@code changed unchanged failed}, or {@code ?} when the report does not say
 * @param environment or null when the report does not say
 * @param noop whether the run was a dry one
 * @param json the report in UTF-8
 */
public record Report(
    Certname node,
    String id,
    long received,
    String status,
    @Nullable String environment,
    boolean noop,
    Bytes json) {

  /** Checks the id, which becomes a part of a key. */
  public Report {
    if (!isValidId(id)) {
      throw new IllegalArgumentException("Invalid report id");
    }
  }

  /** Whether a text can be the id of a report. */
  public static boolean isValidId(String id) {
    return !id.isEmpty()
        && id.length() <= 128
        && id.chars().allMatch(c -> c == '-' || c == '.' || c == '_' || isAlphanumeric(c));
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}
