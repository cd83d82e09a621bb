// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.math.BigInteger;
import java.time.Duration;

/**
 * A length of time, possibly negative, in nanoseconds.
 *
 * @param duration the length
 */
public record Timespan(Duration duration) implements Comparable<Timespan> {

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

  /** A length in whole seconds and nanoseconds. */
  public static Timespan ofSeconds(long seconds, long nanos) {
    return new Timespan(Duration.ofSeconds(seconds, nanos));
  }

  /** A length in seconds; what is below a nanosecond is cut off. */
  public static Timespan ofSeconds(double seconds) {
    return new Timespan(duration(seconds));
  }

  static Duration duration(double seconds) {
    BigInteger nanos = new java.math.BigDecimal(seconds * 1e9).toBigInteger();
    BigInteger[] parts = nanos.divideAndRemainder(NANOS);
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
  }

  /** A length from its fields, which need not be within their usual limits. */
  public static Timespan ofFields(
      boolean negative,
      long days,
      long hours,
      long minutes,
      long seconds,
      long milliseconds,
      long microseconds,
      long nanoseconds) {
    Duration duration =
        Duration.ofDays(days)
            .plusHours(hours)
            .plusMinutes(minutes)
            .plusSeconds(seconds)
            .plusMillis(milliseconds)
            .plusNanos(microseconds * 1000)
            .plusNanos(nanoseconds);
    return new Timespan(negative ? duration.negated() : duration);
  }

  /** Reads a length in one of Puppet's default formats. */
  public static Timespan parse(String text) {
    return TimespanFormat.parseDefault(text);
  }

  /** Whether the length is below zero. */
  public boolean isNegative() {
    return duration.isNegative();
  }

  /** The whole seconds, rounded down. */
  public long toLong() {
    return duration.toSeconds();
  }

  /** The seconds with fraction. */
  public double toDouble() {
    return Seconds.toDouble(duration.toSeconds(), duration.toNanosPart());
  }

  /** All nanoseconds. */
  public BigInteger nanoseconds() {
    return BigInteger.valueOf(duration.toSeconds())
        .multiply(NANOS)
        .add(BigInteger.valueOf(duration.toNanosPart()));
  }

  @Override
  public int compareTo(Timespan other) {
    return duration.compareTo(other.duration);
  }

  /** In the format {@code %D-%H:%M:%S.%-N}. */
  @Override
  public String toString() {
    return TimespanFormat.DEFAULT.format(this);
  }
}
