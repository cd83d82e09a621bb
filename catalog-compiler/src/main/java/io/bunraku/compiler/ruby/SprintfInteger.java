// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import java.math.BigInteger;
import java.util.Locale;

/** Writes an integer as {@code sprintf}'s {@code d o x b} do. */
final class SprintfInteger {

  private final SprintfDirective directive;
  private final char conversion;
  private final StringBuilder out;

  SprintfInteger(SprintfDirective directive, char conversion, StringBuilder out) {
    this.directive = directive;
    this.conversion = conversion;
    this.out = out;
  }

  void append(Number number) {
    BigInteger value =
        number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
    int bits = bits();
    boolean signed = bits == 0 || directive.plus || directive.space;
    boolean dots = !signed && value.signum() < 0;
    String sign = signed ? sign(value.signum() < 0) : "";
    String digits = dots ? complement(value, bits) : value.abs().toString(radix());
    digits = conversion == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    layout(digits, sign, dots, prefix());
  }

  private void layout(String given, String sign, boolean dots, String givenPrefix) {
    String digits = given;
    String prefix = givenPrefix;
    int width = directive.width - sign.length() - (dots ? 2 : 0);
    boolean hasPrecision = directive.precision >= 0;
    int precision = directive.precision - (dots && hasPrecision ? 2 : 0);
    if (prefix.equals("0")) {
      if (dots || (hasPrecision && precision > digits.length())) {
        prefix = "";
      } else if (digits.equals("0")) {
        digits = "";
        precision -= hasPrecision ? 1 : 0;
      }
    } else if (digits.equals("0")) {
      prefix = "";
    }
    width -= prefix.length();
    int length;
    if (directive.zero && !directive.minus && !hasPrecision) {
      length = Math.max(width, digits.length());
      width = 0;
    } else {
      if (prefix.isEmpty() && precision == 0 && digits.equals("0")) {
        digits = "";
      }
      length = Math.max(precision, digits.length());
      width -= length;
    }
    String spaces = " ".repeat(Math.max(0, width));
    out.append(directive.minus ? "" : spaces).append(sign).append(prefix).append(dots ? ".." : "");
    String fill = dots ? digits.substring(0, 1) : "0";
    out.append(fill.repeat(length - digits.length())).append(digits);
    out.append(directive.minus ? spaces : "");
  }

  private String sign(boolean negative) {
    if (negative) {
      return "-";
    }
    return directive.plus ? "+" : directive.space ? " " : "";
  }

  /** Two's complement with exactly one leading digit of the sign. */
  private static String complement(BigInteger value, int bits) {
    int digits = value.bitLength() / bits + 2;
    String text = value.add(BigInteger.ONE.shiftLeft(digits * bits)).toString(1 << bits);
    char top = Character.forDigit((1 << bits) - 1, 16);
    int start = 0;
    while (start + 1 < text.length() && text.charAt(start + 1) == top) {
      start++;
    }
    return text.substring(start);
  }

  private int bits() {
    return switch (conversion) {
      case 'o' -> 3;
      case 'x', 'X' -> 4;
      case 'b', 'B' -> 1;
      default -> 0;
    };
  }

  private int radix() {
    return bits() == 0 ? 10 : 1 << bits();
  }

  private String prefix() {
    if (!directive.alternate) {
      return "";
    }
    return switch (conversion) {
      case 'o' -> "0";
      case 'x', 'X', 'b', 'B' -> "0" + conversion;
      default -> "";
    };
  }
}
