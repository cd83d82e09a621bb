// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

/**
 * What names may look like ({@code puppet/pops/patterns.rb}). By hand, for names are as long as
 * whoever writes them likes, and every one is checked.
 */
final class Names {

  private Names() {}

  /** A variable: only the last segment may begin with an underscore. */
  static boolean isVariable(String name) {
    int start = name.startsWith("::") ? 2 : 0;
    int separator = name.indexOf("::", start);
    while (separator >= 0) {
      if (!isSegment(name, start, separator, false)) {
        return false;
      }
      start = separator + 2;
      separator = name.indexOf("::", start);
    }
    return isSegment(name, start, name.length(), true);
  }

  static boolean isParameter(String name) {
    return isSegment(name, 0, name.length(), true);
  }

  static boolean isNumericParameter(String name) {
    return isDigits(name) || (name.startsWith("0x") && isDigits(name.substring(2)));
  }

  /** Zero, or digits that do not begin with it. */
  static boolean isNumericVariable(String name) {
    return isDigits(name) && (name.length() == 1 || name.charAt(0) != '0');
  }

  static boolean startsWithDigit(String name) {
    return !name.isEmpty() && isDigit(name.charAt(0));
  }

  /** The name of a class, define or function as it is defined. */
  static boolean isDefinition(String name) {
    return isSegmented(name, false);
  }

  /** The name of a type as it is defined. */
  static boolean isType(String name) {
    return isSegmented(name, true);
  }

  static boolean isTypeReference(String name) {
    return isSegmented(name.startsWith("::") ? name.substring(2) : name, true);
  }

  static boolean isHost(String name) {
    return name.chars().allMatch(c -> c == '-' || c == '.' || isWord((char) c));
  }

  private static boolean isSegmented(String name, boolean upperCase) {
    for (String segment : name.split("::", -1)) {
      boolean starts = !segment.isEmpty() && isCase(segment.charAt(0), upperCase);
      if (!starts || !isWords(segment, 1, segment.length())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCase(char c, boolean upperCase) {
    return upperCase ? c >= 'A' && c <= 'Z' : isLower(c);
  }

  private static boolean isSegment(String name, int start, int end, boolean underscore) {
    return start < end
        && (isLower(name.charAt(start)) || (underscore && name.charAt(start) == '_'))
        && isWords(name, start + 1, end);
  }

  private static boolean isWords(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!isWord(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigits(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean isWord(char c) {
    return isLower(c) || isDigit(c) || c == '_' || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
