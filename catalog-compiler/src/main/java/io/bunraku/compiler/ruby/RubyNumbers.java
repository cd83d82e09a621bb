// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers in strings as Ruby reads them. */
public final class RubyNumbers {

  private RubyNumbers() {}

  /** Ruby's {@code Integer(string)}, or null where that raises. */
  public static @Nullable Number parseInteger(String text) {
    String digits = strip(text);
    boolean negative = digits.startsWith("-");
    int start = negative || digits.startsWith("+") ? 1 : 0;
    int radix = 10;
    if (digits.startsWith("0", start) && digits.length() > start + 1) {
      int letter = "xobd".indexOf(Character.toLowerCase(digits.charAt(start + 1)));
      radix = letter < 0 ? 8 : new int[] {16, 8, 2, 10}[letter];
      start += letter < 0 ? 1 : 2;
      if (letter < 0 && digits.charAt(start) == '_') {
        start++;
      }
    }
    String clean = withoutUnderscores(digits.substring(start));
    if (clean == null || !allDigits(clean, radix)) {
      return null;
    }
    return narrow(new BigInteger(negative ? "-" + clean : clean, radix));
  }

  private static @Nullable String withoutUnderscores(String digits) {
    if (digits.isEmpty()
        || digits.startsWith("_")
        || digits.endsWith("_")
        || digits.contains("__")) {
      return null;
    }
    return digits.replace("_", "");
  }

  private static boolean allDigits(String text, int radix) {
    return text.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
  }

  /** A {@code Long} if the number fits, else the number itself. */
  public static Number narrow(BigInteger number) {
    return number.bitLength() < 64 ? (Number) number.longValue() : number;
  }

  /** Ruby's {@code Float(string)}, or null where that raises. */
  public static @Nullable Double parseFloat(String text) {
    String digits = strip(text);
    int end = floatEnd(digits, true);
    if (end == 0 || end != digits.length()) {
      return parseHexFloat(digits);
    }
    return Double.valueOf(digits.replace("_", ""));
  }

  private static @Nullable Double parseHexFloat(String digits) {
    String lower = digits.toLowerCase(java.util.Locale.ROOT);
    if (!lower.matches("[-+]?0x[0-9a-f]+(\\.[0-9a-f]+)?(p[-+]?[0-9]+)?")) {
      return null;
    }
    return Double.valueOf(lower.contains("p") ? lower : lower + "p0");
  }

  /** Ruby's {@code String#to_f}: the longest prefix that is a number, 0.0 if there is none. */
  public static double toFloat(String text) {
    String digits = text.stripLeading();
    int end = floatEnd(digits, false);
    return end == 0 ? 0.0 : Double.parseDouble(digits.substring(0, end).replace("_", ""));
  }

  /** Ruby's {@code String#to_i}: the longest prefix that is an integer, 0 if there is none. */
  public static Number toInteger(String text) {
    String digits = text.stripLeading();
    int start = sign(digits);
    int end = digitsEnd(digits, start);
    if (end == start) {
      return 0L;
    }
    String number = digits.substring(0, end).replace("_", "");
    return narrow(new BigInteger(number.startsWith("+") ? number.substring(1) : number));
  }

  private static int sign(String digits) {
    return digits.startsWith("-") || digits.startsWith("+") ? 1 : 0;
  }

  /** The end of the decimal number that a string starts with, 0 if it starts with none. */
  private static int floatEnd(String text, boolean strict) {
    int start = sign(text);
    int end = digitsEnd(text, start);
    boolean leadingPoint = end == start && text.startsWith(".", end);
    if (end == start && !leadingPoint) {
      return 0;
    }
    if (text.startsWith(".", end)) {
      int fraction = digitsEnd(text, end + 1);
      if (fraction == end + 1) {
        return strict || leadingPoint ? 0 : end;
      }
      end = fraction;
    }
    return exponentEnd(text, end);
  }

  private static int exponentEnd(String text, int end) {
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int digits = end + 1 + sign(text.substring(end + 1));
      int exponent = digitsEnd(text, digits);
      return exponent == digits ? end : exponent;
    }
    return end;
  }

  /** The end of a run of digits in which single underscores may stand between digits. */
  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      boolean underscore = text.charAt(end) == '_';
      int digit = underscore ? end + 1 : end;
      if ((underscore && end == start) || !isDigit(text, digit)) {
        return end;
      }
      end = digit + 1;
    }
    return end;
  }

  private static boolean isDigit(String text, int index) {
    return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
  }

  private static String strip(String text) {
    return text.strip();
  }

  /** A float without its fraction, as Ruby's {@code Float#to_i}: without limits. */
  public static Number truncate(double number) {
    return narrow(new BigDecimal(number).toBigInteger());
  }

  /** An integer of any size. */
  public static BigInteger big(Number integer) {
    return integer instanceof BigInteger big ? big : BigInteger.valueOf(integer.longValue());
  }
}
