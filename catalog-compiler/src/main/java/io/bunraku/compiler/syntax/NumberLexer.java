// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** Numbers, and what looks like one ({@code assert_numeric} in Puppet's lexer). */
final class NumberLexer {

  private final LexerState s;

  NumberLexer(LexerState state) {
    this.s = state;
  }

  TokenType lex() {
    int start = s.pos;
    int end = numberEnd(start);
    if (end < 0) {
      throw illegal(start);
    }
    s.pos = end;
    s.matched(start, end);
    String value = s.text.substring(start, end);
    assertNumeric(value, start);
    s.add(TokenType.NUMBER, value, start, end - start);
    return TokenType.NUMBER;
  }

  /** Returns where the longest number that is not followed by a word character ends, or -1. */
  private int numberEnd(int start) {
    if (s.chars[start] == '0' && (s.chars[start + 1] | 0x20) == 'x') {
      int hex = start + 2;
      while (Characters.isHex(s.chars[hex])) {
        hex++;
      }
      if (hex > start + 2 && isBoundary(hex)) {
        return hex;
      }
    }
    return decimalEnd(start);
  }

  private int decimalEnd(int start) {
    int integer = digits(start);
    boolean fraction = s.chars[integer] == '.' && Characters.isDigit(s.chars[integer + 1]);
    if (fraction) {
      int end = withExponent(digits(integer + 1));
      if (end >= 0) {
        return end;
      }
    }
    return withExponent(integer);
  }

  private int withExponent(int mantissa) {
    if ((s.chars[mantissa] | 0x20) == 'e') {
      int exponent = mantissa + (s.chars[mantissa + 1] == '-' ? 2 : 1);
      int end = digits(exponent);
      if (end > exponent && isBoundary(end)) {
        return end;
      }
    }
    return isBoundary(mantissa) ? mantissa : -1;
  }

  private int digits(int start) {
    int end = start;
    while (end < s.size && Characters.isDigit(s.chars[end])) {
      end++;
    }
    return end;
  }

  private boolean isBoundary(int end) {
    return end >= s.size || !Characters.isBoundaryWord(s.chars[end]);
  }

  private SyntaxException illegal(int start) {
    int end = start;
    while (end < s.size && Characters.isWord(s.chars[end])) {
      end++;
    }
    int before = start;
    if (start > 1 && s.chars[start - 1] == '.') {
      int digits = start - 1;
      while (digits > 0 && Characters.isDigit(s.chars[digits - 1])) {
        digits--;
      }
      before = digits == start - 1 ? start : digits;
    }
    String value = s.text.substring(before, end);
    assertNumeric(value, before);
    return s.errorAt(before + 1, Issue.ILLEGAL_NUMBER, value);
  }

  private void assertNumeric(String value, int start) {
    boolean zero = value.charAt(0) == '0' && value.length() > 1;
    if (zero && (value.charAt(1) | 0x20) == 'x') {
      check(isHexNumber(value), Issue.INVALID_HEX_NUMBER, value, start);
    } else if (zero && value.charAt(1) != '.') {
      check(isOctal(value), Issue.INVALID_OCTAL_NUMBER, value, start);
    } else if (isDecimalLike(value)) {
      check(isDecimal(value), Issue.INVALID_DECIMAL_NUMBER, value, start);
    } else {
      check(
          value.chars().allMatch(c -> Characters.isDigit((char) c)),
          Issue.ILLEGAL_NUMBER,
          value,
          start);
    }
  }

  private void check(boolean valid, Issue issue, String value, int start) {
    if (!valid) {
      throw s.errorAt(start, issue, value);
    }
  }

  private static boolean isHexNumber(String value) {
    return value.length() > 2 && value.chars().skip(2).allMatch(c -> Characters.isHex((char) c));
  }

  private static boolean isOctal(String value) {
    return value.chars().allMatch(c -> c >= '0' && c <= '7');
  }

  private static boolean isDecimalLike(String value) {
    int end = digitsOf(value, 0);
    if (end == 0 || end == value.length()) {
      return false;
    }
    char c = value.charAt(end);
    return c == 'e' || c == 'E' || c == '.';
  }

  private static boolean isDecimal(String value) {
    int end = digitsOf(value, 0);
    if (value.charAt(end) == '.') {
      int fraction = digitsOf(value, end + 1);
      if (fraction == end + 1) {
        return false;
      }
      end = fraction;
    }
    return end == value.length() || isExponent(value, end);
  }

  private static boolean isExponent(String value, int at) {
    if ((value.charAt(at) | 0x20) != 'e') {
      return false;
    }
    int start = at + 1 < value.length() && value.charAt(at + 1) == '-' ? at + 2 : at + 1;
    int end = digitsOf(value, start);
    return end > start && end == value.length();
  }

  private static int digitsOf(String value, int start) {
    int end = start;
    while (end < value.length() && Characters.isDigit(value.charAt(end))) {
      end++;
    }
    return end;
  }
}
