// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

/** Where Ruby's reading of a regular expression differs from that of the engine below. */
final class RegexpSource {

  private RegexpSource() {}

  /**
   * Replaces code points that are written in braces after a backslash and u, which only Ruby's
   * front end knows.
   */
  static String toJoni(String source) {
    if (!source.contains("\\u{")) {
      return source;
    }
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < source.length()) {
      char c = source.charAt(i);
      int close = source.startsWith("\\u{", i) ? source.indexOf('}', i) : -1;
      if (close >= 0) {
        appendCodePoints(text, source.substring(i + 3, close));
        i = close + 1;
      } else if (c == '\\' && i + 1 < source.length()) {
        text.append(c).append(source.charAt(i + 1));
        i += 2;
      } else {
        text.append(c);
        i++;
      }
    }
    return text.toString();
  }

  private static void appendCodePoints(StringBuilder text, String digits) {
    for (String digit : digits.strip().split("\\s+", -1)) {
      int codePoint = Integer.parseInt(digit, 16);
      if (codePoint < 0x80) {
        text.append(String.format("\\x%02X", codePoint));
      } else {
        text.appendCodePoint(codePoint);
      }
    }
  }

  /** Puts a backslash before each slash that has none. */
  static String escapeSlashes(String source) {
    if (source.indexOf('/') < 0) {
      return source;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '\\' && i + 1 < source.length()) {
        text.append(c).append(source.charAt(++i));
      } else if (c == '/') {
        text.append("\\/");
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Puts a backslash before all that has a meaning of its own. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int control = "\n\t\f\u000b\r".indexOf(c);
      if (control >= 0) {
        escaped.append('\\').append("ntfvr".charAt(control));
      } else {
        escaped.append("[]{}()|-*.\\?+^$# ".indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return escaped.toString();
  }
}
