// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * The classes of characters that Puppet's regular expressions mean: {@code \w} and {@code \d} are
 * ASCII in Ruby, {@code [[:blank:]]} is not.
 */
final class Characters {

  private static final byte WORD = 1;
  private static final byte DIGIT = 2;
  private static final byte HEX = 4;
  private static final byte LOWER = 8;
  private static final byte UPPER = 16;
  private static final byte[] CLASSES = classes();

  private Characters() {}

  private static byte[] classes() {
    byte[] classes = new byte[128];
    for (char c = 0; c < 128; c++) {
      boolean digit = c >= '0' && c <= '9';
      boolean lower = c >= 'a' && c <= 'z';
      boolean upper = c >= 'A' && c <= 'Z';
      boolean hex = digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      boolean word = digit || lower || upper || c == '_';
      classes[c] =
          (byte)
              ((word ? WORD : 0)
                  | (digit ? DIGIT : 0)
                  | (hex ? HEX : 0)
                  | (lower ? LOWER : 0)
                  | (upper ? UPPER : 0));
    }
    return classes;
  }

  private static boolean is(char c, byte mask) {
    return c < 128 && (CLASSES[c] & mask) != 0;
  }

  static boolean isWord(char c) {
    return is(c, WORD);
  }

  static boolean isDigit(char c) {
    return is(c, DIGIT);
  }

  static boolean isHex(char c) {
    return is(c, HEX);
  }

  static boolean isLower(char c) {
    return is(c, LOWER);
  }

  static boolean isUpper(char c) {
    return is(c, UPPER);
  }

  /** Whether a word character in the sense of {@code \b}, which knows all of Unicode. */
  static boolean isBoundaryWord(char c) {
    return c < 128 ? isWord(c) : Character.isLetterOrDigit(c);
  }

  /** {@code [[:blank:]]}. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || (c >= 128 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  /** White space other than line feeds. */
  static boolean isSpace(char c) {
    return c == '\r' || isBlank(c);
  }
}
