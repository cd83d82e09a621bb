// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/** Strings as they are written in a manifest. */
public final class PuppetQuote {

  private PuppetQuote() {}

  /** In single quotes, or in double quotes if there are control characters. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('\'');
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20) {
        return doubleQuote(text);
      }
      if (escaped) {
        quoted.append('\\').append(c);
        escaped = false;
      } else if (c == '\'') {
        quoted.append("\\'");
      } else if (c == '\\') {
        escaped = true;
      } else {
        quoted.append(c);
      }
    }
    return quoted.append(escaped ? "\\'" : "'").toString();
  }

  /** In double quotes, nothing interpolated. */
  public static String doubleQuote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\t' -> quoted.append("\\t");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '"' -> quoted.append("\\\"");
        case '$' -> quoted.append("\\$");
        case '\\' -> quoted.append("\\\\");
        default -> {
          if (c < 0x20) {
            quoted
                .append("\\u{")
                .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
                .append('}');
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
