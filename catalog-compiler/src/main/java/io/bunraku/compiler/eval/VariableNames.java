// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

/** Names of variables, without {@code $}, that have rules of their own. */
final class VariableNames {

  private VariableNames() {}

  /** Whether no manifest may set the variable. */
  static boolean isReserved(String variable) {
    return switch (variable) {
      case "trusted", "facts", "server_facts" -> true;
      default -> false;
    };
  }

  /** Whether reading the variable is never an error. */
  static boolean isBuiltIn(String variable) {
    return switch (variable) {
      case "module_name", "caller_module_name" -> true;
      default -> false;
    };
  }

  /** Whether the variable is a group of the last match: {@code 0}, {@code 1} ... */
  static boolean isNumeric(String variable) {
    return !variable.isEmpty()
        && variable.charAt(0) <= '9'
        && variable.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The group of a match that a numeric name means; there are never as many as the highest. */
  static int matchNumber(String numeric) {
    return numeric.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(numeric);
  }
}
