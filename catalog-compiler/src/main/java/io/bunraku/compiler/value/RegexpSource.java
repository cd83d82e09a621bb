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

  /**
   * The source as Ruby's messages show it: as it is, or, if it has a slash or a control character,
   * with these and all that is not ASCII escaped.
   */
  static String shown(String source) {
    if (source.chars().allMatch(c -> c >= 128 || (isPrintable(c) && c != '/'))) {
      return source;
    }
    StringBuilder text = new StringBuilder();
    escapeSlashes(source).codePoints().forEach(c -> show(c, text));
    return text.toString();
  }

  private static void show(int c, StringBuilder text) {
    if (c >= 0x10000) {
      text.append("\\u{%X}".formatted(c));
    } else if (c >= 128) {
      text.append("\\u%04X".formatted(c));
    } else if (isPrintable(c) || (c >= '\t' && c <= '\r')) {
      text.append((char) c);
    } else {
      text.append("\\x%02X".formatted(c));
    }
  }

  private static boolean isPrintable(int c) {
    return c >= ' ' && c < 0x7f;
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
