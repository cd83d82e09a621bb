// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Integers within a range.
 *
 * @param from lowest, or null for no limit
 * @param to highest, or null for no limit
 */
public record IntegerType(@Nullable Long from, @Nullable Long to) implements NumericFamily {

  /** All integers. */
  public static final IntegerType DEFAULT = new IntegerType(null, null);

  /** Zero and above: the size of a collection that has no limits. */
  public static final IntegerType POSITIVE = new IntegerType(0L, null);

  /** One and above. */
  public static final IntegerType NOT_EMPTY = new IntegerType(1L, null);

  public IntegerType {
    if (from != null && to != null && from > to) {
      throw new EvaluationException(
          "'from' must be less or equal to 'to'. Got (" + from + ", " + to);
    }
  }

  /** A range of one number. */
  public static IntegerType exactly(long value) {
    return new IntegerType(value, value);
  }

  /** A range from one number to another. */
  public static IntegerType of(long from, long to) {
    return new IntegerType(from, to);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return switch (value) {
      case Long n -> contains(n);
      case BigInteger n -> n.signum() < 0 ? from == null : to == null;
      default -> false;
    };
  }

  /** Whether a number is within the range. */
  public boolean contains(long n) {
    return (from == null || n >= from) && (to == null || n <= to);
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof IntegerType o && covers(o);
  }

  /** Whether another range is within this one. */
  public boolean covers(IntegerType o) {
    return (from == null || (o.from != null && from <= o.from))
        && (to == null || (o.to != null && to >= o.to));
  }

  @Override
  public PuppetType generalize() {
    return DEFAULT;
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  /** Whether there is a limit at both ends. */
  public boolean isFinite() {
    return from != null && to != null;
  }

  /** Whether there is no limit at any end. */
  public boolean isUnbounded() {
    return from == null && to == null;
  }

  /** The range with negative numbers taken as zero. */
  IntegerType toSize() {
    if (from != null && from >= 0) {
      return this;
    }
    return new IntegerType(0L, to == null ? null : Long.valueOf(Math.max(0, to)));
  }

  /** The lower limit of a size. */
  long minimum() {
    return from == null ? 0 : from;
  }

  /** The lower limit of a finite range. */
  long minimumOf() {
    return from == null ? Long.MIN_VALUE : from;
  }

  /** The upper limit of a size; {@code Long.MAX_VALUE} for none. */
  long maximum() {
    return to == null ? Long.MAX_VALUE : to;
  }

  @Nullable IntegerType merge(IntegerType o) {
    boolean apart = to != null && o.from != null && to < o.from && to + 1 != o.from;
    boolean apartToo = o.to != null && from != null && o.to < from && o.to + 1 != from;
    return apart || apartToo ? null : hull(o);
  }

  /** The smallest range that holds both. */
  IntegerType hull(IntegerType o) {
    return new IntegerType(
        from == null || o.from == null ? null : Long.valueOf(Math.min(from, o.from)),
        to == null || o.to == null ? null : Long.valueOf(Math.max(to, o.to)));
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return true;
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    return new IterableType(DEFAULT);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntegerType o
        && Objects.equals(from, o.from)
        && Objects.equals(to, o.to);
  }

  @Override
  public int hashCode() {
    return Objects.hash(from, to);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
