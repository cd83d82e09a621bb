// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes a number as {@code sprintf}'s {@code f e g a} do: exactly rounded, half to even. */
final class SprintfFloat {

  private final SprintfDirective directive;
  private final char conversion;
  private final StringBuilder out;

  SprintfFloat(SprintfDirective directive, char conversion, StringBuilder out) {
    this.directive = directive;
    this.conversion = conversion;
    this.out = out;
  }

  void append(Number number) {
    if (number instanceof Double value) {
      appendDouble(value);
    } else if (conversion == 'f') {
      BigDecimal exact =
          number instanceof BigInteger big
              ? new BigDecimal(big)
              : new BigDecimal(number.longValue());
      String digits = exact.abs().setScale(precision()).toPlainString();
      pad(exact.signum() < 0, "", digits, directive.zero);
    } else {
      appendDouble(number.doubleValue());
    }
  }

  private void appendDouble(double value) {
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      pad(negative, "", Double.isNaN(value) ? "NaN" : "Inf", false);
      return;
    }
    double magnitude = Math.abs(value);
    boolean upper = Character.isUpperCase(conversion);
    String text =
        switch (Character.toLowerCase(conversion)) {
          case 'f' -> pointed(FloatRounding.toScale(magnitude, precision()));
          case 'e' -> scientific(magnitude, precision());
          case 'g' -> general(magnitude);
          default -> hexadecimal(magnitude);
        };
    String prefix = Character.toLowerCase(conversion) == 'a' ? "0x" : "";
    pad(
        negative,
        upper ? prefix.toUpperCase(Locale.ROOT) : prefix,
        upper ? text.toUpperCase(Locale.ROOT) : text,
        directive.zero);
  }

  private void pad(boolean negative, String prefix, String digits, boolean zero) {
    String sign = negative ? "-" : directive.plus ? "+" : directive.space ? " " : "";
    int missing = Math.max(0, directive.width - sign.length() - prefix.length() - digits.length());
    if (directive.minus) {
      out.append(sign).append(prefix).append(digits).append(" ".repeat(missing));
    } else if (zero) {
      out.append(sign).append(prefix).append("0".repeat(missing)).append(digits);
    } else {
      out.append(" ".repeat(missing)).append(sign).append(prefix).append(digits);
    }
  }

  private int precision() {
    return directive.precision < 0 ? 6 : directive.precision;
  }

  private String pointed(BigDecimal value) {
    String text = value.toPlainString();
    return directive.alternate && precision() == 0 ? text + "." : text;
  }

  private String scientific(double value, int precision) {
    BigDecimal rounded = FloatRounding.toPrecision(value, precision + 1);
    String digits = rounded.unscaledValue().toString();
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    digits = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
    String point = precision > 0 || directive.alternate ? "." : "";
    return digits.charAt(0) + point + digits.substring(1, precision + 1) + exponent(exponent);
  }

  private static String exponent(int exponent) {
    int size = Math.abs(exponent);
    return (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }

  private String general(double value) {
    int digits = Math.max(1, precision());
    BigDecimal rounded = FloatRounding.toPrecision(value, digits);
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    if (exponent < -4 || exponent >= digits) {
      String text = scientific(value, digits - 1);
      int e = text.indexOf('e');
      return trim(text.substring(0, e)) + text.substring(e);
    }
    String text = rounded.setScale(digits - 1 - exponent, RoundingMode.HALF_EVEN).toPlainString();
    return trim(directive.alternate && !text.contains(".") ? text + "." : text);
  }

  private String trim(String digits) {
    if (directive.alternate || !digits.contains(".")) {
      return digits;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  private String hexadecimal(double value) {
    if (value == 0) {
      String point = directive.precision > 0 || directive.alternate ? "." : "";
      return "0" + point + "0".repeat(Math.max(0, directive.precision)) + "p+0";
    }
    int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT);
    long mantissa = Double.doubleToLongBits(value) & 0xfffffffffffffL;
    if (Math.getExponent(value) >= Double.MIN_EXPONENT) {
      mantissa |= 1L << 52;
    }
    while ((mantissa & (1L << 52)) == 0) {
      mantissa <<= 1;
      exponent--;
    }
    if (directive.precision >= 0 && directive.precision < 13) {
      mantissa = roundHex(mantissa, 4 * (13 - directive.precision));
    }
    if (mantissa >>> 53 != 0) {
      mantissa >>>= 1;
      exponent++;
    }
    String fraction = String.format("%013x", mantissa & 0xfffffffffffffL);
    int digits =
        directive.precision >= 0 ? Math.min(directive.precision, 13) : significant(fraction);
    fraction = fraction.substring(0, digits) + "0".repeat(Math.max(0, directive.precision - 13));
    return (mantissa >>> 52)
        + (fraction.isEmpty() && !directive.alternate ? "" : "." + fraction)
        + (exponent < 0 ? "p" : "p+")
        + exponent;
  }

  private static int significant(String fraction) {
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    return end;
  }

  private static long roundHex(long mantissa, int drop) {
    BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(drop));
    return new BigDecimal(mantissa).divide(unit, 0, RoundingMode.HALF_EVEN).longValueExact()
        << drop;
  }
}
