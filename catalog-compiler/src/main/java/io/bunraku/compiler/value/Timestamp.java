// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A point in time.
 *
 * @param nanoseconds since 1970; as in Puppet they have no bounds
 */
public record Timestamp(BigInteger nanoseconds) implements Comparable<Timestamp> {

  /** Seconds since 1970: what is below a nanosecond is cut off. */
  public static Timestamp ofSeconds(Number seconds) {
    return new Timestamp(Seconds.toNanoseconds(seconds));
  }

  /** A point in time of Java's. */
  public static Timestamp of(Instant instant) {
    return new Timestamp(
        Seconds.toNanoseconds(instant.getEpochSecond()).add(BigInteger.valueOf(instant.getNano())));
  }

  /** Reads a point in time in one of Puppet's default formats. */
  public static Timestamp parse(String text) {
    return TimestampFormat.parse(text, (String) null);
  }

  /** The whole seconds since 1970, rounded down. */
  public BigInteger toInteger() {
    return Seconds.floor(nanoseconds);
  }

  /** The seconds since 1970 with fraction. */
  public double toDouble() {
    return Seconds.toDouble(nanoseconds);
  }

  @Override
  public int compareTo(Timestamp other) {
    return nanoseconds.compareTo(other.nanoseconds);
  }

  /** In the format {@code %FT%T.%N UTC}. */
  @Override
  public String toString() {
    return TimestampFormat.format(this, "%FT%T.%N %Z", null);
  }
}
