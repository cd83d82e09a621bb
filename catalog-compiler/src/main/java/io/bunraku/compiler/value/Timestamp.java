// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A point in time, to the nanosecond.
 *
 * @param instant the point
 */
public record Timestamp(Instant instant) implements Comparable<Timestamp> {

  /** Seconds since 1970. */
  public static Timestamp ofSeconds(long seconds) {
    return new Timestamp(Instant.ofEpochSecond(seconds));
  }

  /** Seconds since 1970; what is below a nanosecond is cut off. */
  public static Timestamp ofSeconds(double seconds) {
    return new Timestamp(Instant.EPOCH.plus(Timespan.duration(seconds)));
  }

  /** Reads a point in time in one of Puppet's default formats. */
  public static Timestamp parse(String text) {
    return TimestampFormat.parse(text, (String) null);
  }

  /** The whole seconds since 1970, rounded down. */
  public long toLong() {
    return instant.getEpochSecond();
  }

  /** The seconds since 1970 with fraction. */
  public double toDouble() {
    return Seconds.toDouble(instant.getEpochSecond(), instant.getNano());
  }

  /** All nanoseconds since 1970. */
  public BigInteger nanoseconds() {
    return BigInteger.valueOf(instant.getEpochSecond())
        .multiply(BigInteger.valueOf(1_000_000_000L))
        .add(BigInteger.valueOf(instant.getNano()));
  }

  @Override
  public int compareTo(Timestamp other) {
    return instant.compareTo(other.instant);
  }

  /** In the format {@code %FT%T.%N UTC}. */
  @Override
  public String toString() {
    return TimestampFormat.format(this, "%FT%T.%N %Z", null);
  }
}
