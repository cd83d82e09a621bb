// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Rounds a double to digits as Ruby's {@code dtoa} does. Its quick way computes with doubles: what
 * it takes for a tie (16.885 to two places, although it is a little more) goes to the even digit.
 */
final class FloatRounding {

  /** So many digits are tried in the quick way. */
  private static final int QUICK_DIGITS = 14;

  private static final int EXACT_POWERS = 22;
  private static final double[] TENS = powers(EXACT_POWERS + 1, 1);
  private static final double[] BIG_TENS = {1e16, 1e32, 1e64, 1e128, 1e256};
  private static final double EPSILON = Math.ulp(1.0);

  private FloatRounding() {}

  private static double[] powers(int count, double first) {
    double[] result = new double[count];
    double power = first;
    for (int i = 0; i < count; i++, power *= 10) {
      result[i] = power;
    }
    return result;
  }

  /** Rounds to so many places behind the point. */
  static BigDecimal toScale(double value, int scale) {
    return value == 0 ? BigDecimal.ZERO.setScale(scale) : rounded(value, scale, scale + 1);
  }

  /** Rounds to so many significant digits. */
  static BigDecimal toPrecision(double value, int digits) {
    if (value == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal exact = new BigDecimal(value);
    int exponent = exact.precision() - exact.scale() - 1;
    return rounded(value, digits - 1 - exponent, digits - exponent);
  }

  /** The digits wanted are as many as the exponent is above the lowest one wanted. */
  private static BigDecimal rounded(double value, int scale, int digitsAtExponentZero) {
    BigDecimal exact = new BigDecimal(value);
    Scaled scaled = Scaled.of(value);
    int digits = digitsAtExponentZero + scaled.exponent;
    if (digits < 1 || digits > QUICK_DIGITS || !scaled.isTie(digits)) {
      return exact.setScale(scale, RoundingMode.HALF_EVEN);
    }
    BigDecimal down = exact.setScale(scale, RoundingMode.DOWN);
    return down.unscaledValue().testBit(0)
        ? new BigDecimal(down.unscaledValue().add(BigInteger.ONE), scale)
        : down;
  }

  /** A value as a number between 1 and 10, and how many of its last bits are uncertain. */
  private record Scaled(double mantissa, int exponent, int uncertainty) {

    static Scaled of(double value) {
      int exponent = exponent(value);
      Scaled scaled = exponent > 0 ? divided(value, exponent) : multiplied(value, -exponent);
      boolean tooSmall = scaled.mantissa < 1;
      return new Scaled(
          tooSmall ? scaled.mantissa * 10 : scaled.mantissa,
          tooSmall ? exponent - 1 : exponent,
          tooSmall ? scaled.uncertainty + 1 : scaled.uncertainty);
    }

    /** The decimal exponent; one too high at times outside of 1 to 1e22. */
    private static int exponent(double value) {
      int binary = Math.getExponent(value);
      double fraction = Math.scalb(value, -binary);
      double estimate =
          (fraction - 1.5) * 0.289529654602168 + 0.1760912590558 + binary * 0.301029995663981;
      int exponent = (int) Math.floor(estimate);
      boolean exact = exponent >= 0 && exponent <= EXACT_POWERS;
      return exact && value < TENS[exponent] ? exponent - 1 : exponent;
    }

    private static Scaled divided(double value, int exponent) {
      int uncertainty = 2;
      double divisor = TENS[exponent & 0xf];
      double dividend = value;
      int rest = exponent >> 4;
      if ((rest & 0x10) != 0) {
        rest &= 0xf;
        dividend /= BIG_TENS[BIG_TENS.length - 1];
        uncertainty++;
      }
      for (int i = 0; rest != 0; rest >>= 1, i++) {
        if ((rest & 1) != 0) {
          uncertainty++;
          divisor *= BIG_TENS[i];
        }
      }
      return new Scaled(dividend / divisor, exponent, uncertainty);
    }

    private static Scaled multiplied(double value, int power) {
      int uncertainty = 2;
      double product = value * TENS[power & 0xf];
      int rest = power >> 4;
      for (int i = 0; rest != 0; rest >>= 1, i++) {
        if ((rest & 1) != 0 && i < BIG_TENS.length) {
          uncertainty++;
          product *= BIG_TENS[i];
        }
      }
      return new Scaled(product, -power, uncertainty);
    }

    /** Whether what is left behind so many digits cannot be told from a half. */
    boolean isTie(int digits) {
      double uncertain = (uncertainty * mantissa + 7) * EPSILON * TENS[digits - 1];
      double rest = mantissa;
      for (int i = 1; ; i++) {
        rest -= (int) rest;
        if (i == digits || rest == 0) {
          return rest >= 0.5 - uncertain && rest <= 0.5 + uncertain;
        }
        rest *= 10;
      }
    }
  }
}
