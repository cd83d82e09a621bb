// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Seconds and nanoseconds, converted as Ruby does. */
public final class Seconds {

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

  private Seconds() {}

  /** Nanoseconds of seconds: a float is multiplied as a float, and what is left cut off. */
  public static BigInteger toNanoseconds(Number seconds) {
    return switch (seconds) {
      case Double d -> cutOff(d * 1e9);
      case BigInteger i -> i.multiply(NANOS);
      default -> BigInteger.valueOf(seconds.longValue()).multiply(NANOS);
    };
  }

  /** The integer part of a float; throws Ruby's words when it has none. */
  public static BigInteger cutOff(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new EvaluationException(
          Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
    }
    return new BigDecimal(value).toBigInteger();
  }

  /** The quotient rounded down. */
  public static BigInteger floorDivide(BigInteger dividend, BigInteger divisor) {
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    return parts[1].signum() * divisor.signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  static BigInteger floor(BigInteger nanoseconds) {
    return floorDivide(nanoseconds, NANOS);
  }

  static double toDouble(BigInteger nanoseconds) {
    return quotient(nanoseconds, NANOS);
  }

  /** Ruby's {@code Integer#fdiv}: both are floats before they are divided. */
  public static double quotient(BigInteger dividend, BigInteger divisor) {
    BigInteger common = dividend.gcd(divisor);
    return divisor.signum() == 0 || common.signum() == 0
        ? dividend.doubleValue() / divisor.doubleValue()
        : dividend.divide(common).doubleValue() / divisor.divide(common).doubleValue();
  }
}
