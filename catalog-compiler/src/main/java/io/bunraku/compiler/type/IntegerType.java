// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyNumbers;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Integers within a range. Its limits are as wide as integers are: beyond 64 bits they are {@code
 * BigInteger}.
 *
 * @param from lowest, a {@code Long} or a larger {@code BigInteger}, or null for no limit
 * @param to highest, or null for no limit
 */
public record IntegerType(@Nullable Number from, @Nullable Number to) implements NumericFamily {

  /** All integers. */
  public static final IntegerType DEFAULT = new IntegerType(null, null);

  /** Zero and above: the size of a collection that has no limits. */
  public static final IntegerType POSITIVE = new IntegerType(0L, null);

  /** One and above. */
  public static final IntegerType NOT_EMPTY = new IntegerType(1L, null);

  public IntegerType {
    if (from != null && to != null && compare(from, to) > 0) {
      throw new EvaluationException(
          "'from' must be less or equal to 'to'. Got (" + from + ", " + to);
    }
  }

  /** A range of one number. */
  public static IntegerType exactly(long value) {
    return new IntegerType(value, value);
  }

  /** A range of one number that may have more than 64 bits. */
  public static IntegerType exactly(BigInteger value) {
    return new IntegerType(value, value);
  }

  private static int compare(Number a, Number b) {
    return a instanceof Long x && b instanceof Long y
        ? Long.compare(x, y)
        : RubyNumbers.big(a).compareTo(RubyNumbers.big(b));
  }

  /** A range from one number to another. */
  public static IntegerType of(long from, long to) {
    return new IntegerType(from, to);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return switch (value) {
      case Long n -> contains(n);
      case BigInteger n -> holds(n);
      default -> false;
    };
  }

  /** Whether a number is within the range. */
  public boolean contains(long n) {
    return (from == null || (from instanceof Long least ? n >= least : isAbove(n)))
        && (to == null || (to instanceof Long most ? n <= most : isBelow(n)));
  }

  private boolean holds(Number n) {
    return isAbove(n) && isBelow(n);
  }

  private boolean isAbove(Number n) {
    return from == null || compare(n, from) >= 0;
  }

  private boolean isBelow(Number n) {
    return to == null || compare(n, to) <= 0;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof IntegerType o && covers(o);
  }

  /** Whether another range is within this one. */
  public boolean covers(IntegerType o) {
    return (from == null || (o.from != null && compare(from, o.from) <= 0))
        && (to == null || (o.to != null && compare(to, o.to) >= 0));
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
    if (from != null && compare(from, 0L) >= 0) {
      return this;
    }
    return new IntegerType(0L, to == null ? null : greater(0L, to));
  }

  /** The lower limit of a size, at most {@code Long.MAX_VALUE}. */
  public long minimum() {
    return from == null ? 0 : narrow(from);
  }

  /** The lower limit of a finite range. */
  long minimumOf() {
    return from == null ? Long.MIN_VALUE : narrow(from);
  }

  /** The upper limit of a size; {@code Long.MAX_VALUE} for none. */
  public long maximum() {
    return to == null ? Long.MAX_VALUE : narrow(to);
  }

  private static long narrow(Number limit) {
    if (limit instanceof Long n) {
      return n;
    }
    return RubyNumbers.big(limit).signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  @Nullable IntegerType merge(IntegerType o) {
    return isApart(to, o.from) || isApart(o.to, from) ? null : hull(o);
  }

  /** Whether there are numbers between the end of one range and the start of another. */
  private static boolean isApart(@Nullable Number end, @Nullable Number start) {
    return end != null
        && start != null
        && RubyNumbers.big(end).add(BigInteger.ONE).compareTo(RubyNumbers.big(start)) < 0;
  }

  /** The smallest range that holds both. */
  IntegerType hull(IntegerType o) {
    return new IntegerType(
        from == null || o.from == null ? null : lesser(from, o.from),
        to == null || o.to == null ? null : greater(to, o.to));
  }

  private static Number lesser(Number a, Number b) {
    return compare(a, b) <= 0 ? a : b;
  }

  private static Number greater(Number a, Number b) {
    return compare(a, b) >= 0 ? a : b;
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
