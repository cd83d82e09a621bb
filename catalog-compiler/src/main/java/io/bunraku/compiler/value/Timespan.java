// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A length of time, possibly negative.
 *
 * @param nanoseconds the length; as in Puppet it has no bounds
 */
public record Timespan(BigInteger nanoseconds) implements Comparable<Timespan> {

  private static final int[] FIELD_SIZES = {24, 60, 60, 1000, 1000, 1000};

  /** A length in seconds: what is below a nanosecond is cut off. */
  public static Timespan ofSeconds(Number seconds) {
    return new Timespan(Seconds.toNanoseconds(seconds));
  }

  /**
   * A length from its fields, which need not be within their usual limits.
   *
   * @param fields days, hours, minutes, seconds, milliseconds, microseconds, nanoseconds
   */
  public static Timespan ofFields(boolean negative, long... fields) {
    return ofFields(negative, LongStream.of(fields).mapToObj(BigInteger::valueOf).toList());
  }

  /** The same of fields of any size. */
  public static Timespan ofFields(boolean negative, List<BigInteger> fields) {
    BigInteger nanos = fields.get(0);
    for (int i = 0; i < FIELD_SIZES.length; i++) {
      nanos = nanos.multiply(BigInteger.valueOf(FIELD_SIZES[i])).add(fields.get(i + 1));
    }
    return new Timespan(negative ? nanos.negate() : nanos);
  }

  /** Reads a length in one of Puppet's default formats. */
  public static Timespan parse(String text) {
    return TimespanFormat.parseDefault(text);
  }

  /** Whether the length is below zero. */
  public boolean isNegative() {
    return nanoseconds.signum() < 0;
  }

  /** The opposite length. */
  public Timespan negate() {
    return new Timespan(nanoseconds.negate());
  }

  /** The whole seconds, rounded down. */
  public BigInteger toInteger() {
    return Seconds.floor(nanoseconds);
  }

  /** The seconds with fraction. */
  public double toDouble() {
    return Seconds.toDouble(nanoseconds);
  }

  @Override
  public int compareTo(Timespan other) {
    return nanoseconds.compareTo(other.nanoseconds);
  }

  /** In the format {@code %D-%H:%M:%S.%-N}. */
  @Override
  public String toString() {
    return TimespanFormat.DEFAULT.format(this);
  }
}
