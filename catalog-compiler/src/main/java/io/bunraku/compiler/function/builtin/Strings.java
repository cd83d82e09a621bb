// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import java.util.Locale;

/** What Ruby's {@code String} does with case and white space. */
final class Strings {

  private Strings() {}

  /** Without regard to where in a word a letter stands, as Ruby does it. */
  static String downcase(String text) {
    if (text.indexOf('\u03a3') < 0) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> result.append(Character.toString(c).toLowerCase(Locale.ROOT)));
    return result.toString();
  }

  static String upcase(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    String upper = upcase(text.substring(0, first));
    int letter = upper.offsetByCodePoints(0, 1);
    String title =
        letter < upper.length()
            ? upper.substring(0, letter) + downcase(upper.substring(letter))
            : Character.toString(Character.toTitleCase(text.codePointAt(0)));
    return title + downcase(text.substring(first));
  }

  static String camelcase(String text) {
    StringBuilder result = new StringBuilder();
    for (String part : text.split("_", -1)) {
      result.append(capitalize(part));
    }
    return result.toString();
  }

  static String chomp(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    boolean end = text.endsWith("\n") || text.endsWith("\r");
    return end ? text.substring(0, text.length() - 1) : text;
  }

  static String chop(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.isEmpty() ? text : text.substring(0, text.offsetByCodePoints(text.length(), -1));
  }

  static String lstrip(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  static String rstrip(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\0' || (c >= '\t' && c <= '\r');
  }
}
