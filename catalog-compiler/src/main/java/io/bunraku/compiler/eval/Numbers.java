// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Strings that read as numbers: decimal, octal, hexadecimal integers and floats, with sign and
 * blanks around ({@code Puppet::Pops::Utils.to_n}).
 */
public final class Numbers {

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private Numbers() {}

  /** A number out of a number or a string, or null when it is none. */
  public static @Nullable Number toNumber(Object value) {
    return switch (value) {
      case Number number -> number;
      case String text -> parse(text.startsWith("::") ? text.substring(2) : text);
      default -> null;
    };
  }

  /** As a Long wherever it fits. */
  public static Number normalized(BigInteger value) {
    return isLong(value) ? (Number) value.longValueExact() : value;
  }

  static boolean isLong(BigInteger value) {
    return value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
  }

  private static @Nullable Number parse(String text) {
    int start = skipBlanks(text, 0);
    boolean negative = start < text.length() && text.charAt(start) == '-';
    if (negative || (start < text.length() && text.charAt(start) == '+')) {
      start = skipBlanks(text, start + 1);
    }
    int end = text.length();
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    String digits = text.substring(start, end);
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return digits.length() > 2 && allHex(digits, 2)
          ? integer(digits.substring(2), 16, negative)
          : null;
    }
    int whole = skipDigits(digits, 0);
    if (whole == 0) {
      return null;
    }
    return whole == digits.length()
        ? wholeNumber(digits, negative)
        : fraction(digits, whole, negative);
  }

  private static @Nullable Number wholeNumber(String digits, boolean negative) {
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      return digits.chars().allMatch(c -> c <= '7') ? integer(digits, 8, negative) : null;
    }
    return integer(digits, 10, negative);
  }

  private static Number integer(String digits, int radix, boolean negative) {
    BigInteger value = new BigInteger(digits, radix);
    return normalized(negative ? value.negate() : value);
  }

  private static @Nullable Number fraction(String digits, int whole, boolean negative) {
    Number wholePart = wholeNumber(digits.substring(0, whole), false);
    if (wholePart == null || !isFraction(digits, whole)) {
      return null;
    }
    if (wholePart.equals(0L) && isZeroToThePower(digits, whole)) {
      return null;
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      return null;
    }
    return negative ? -value : value;
  }

  private static boolean isFraction(String digits, int from) {
    int next = from;
    if (digits.charAt(next) == '.') {
      int after = skipDigits(digits, next + 1);
      if (after == next + 1) {
        return false;
      }
      next = after;
    }
    if (next == digits.length()) {
      return true;
    }
    if (digits.charAt(next) != 'e' && digits.charAt(next) != 'E') {
      return false;
    }
    next++;
    if (next < digits.length() && digits.charAt(next) == '-') {
      next++;
    }
    return next < digits.length() && skipDigits(digits, next) == digits.length();
  }

  /** Zero with an exponent stays zero: such a string is meant as a string. */
  private static boolean isZeroToThePower(String digits, int from) {
    int next = digits.charAt(from) == '.' ? from + 1 : from;
    while (next < digits.length() && digits.charAt(next) == '0') {
      next++;
    }
    return next < digits.length() && (digits.charAt(next) == 'e' || digits.charAt(next) == 'E');
  }

  private static int skipDigits(String text, int from) {
    int next = from;
    while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
      next++;
    }
    return next;
  }

  private static boolean allHex(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) > 'f' || Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static int skipBlanks(String text, int from) {
    int next = from;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    return next;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || (c > 127 && Character.getType(c) == Character.SPACE_SEPARATOR);
  }
}
