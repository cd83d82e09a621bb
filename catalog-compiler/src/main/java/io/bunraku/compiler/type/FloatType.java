// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyText;
import org.jspecify.annotations.Nullable;

/**
 * Floats within a range.
 *
 * @param from lowest, or minus infinity
 * @param to highest, or infinity
 */
public record FloatType(double from, double to) implements NumericFamily {

  /** All floats. */
  public static final FloatType DEFAULT =
      new FloatType(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public FloatType {
    if (from > to) {
      throw new EvaluationException(
          "'from' must be less or equal to 'to'. Got ("
              + RubyText.of(from)
              + ", "
              + RubyText.of(to));
    }
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof Double d && d >= from && d <= to;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof FloatType o && from <= o.from && to >= o.to;
  }

  @Override
  public PuppetType generalize() {
    return DEFAULT;
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  /** Whether there is no limit at any end. */
  public boolean isUnbounded() {
    return from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
  }

  @Nullable FloatType merge(FloatType o) {
    return to < o.from || o.to < from ? null : hull(o);
  }

  FloatType hull(FloatType o) {
    return new FloatType(Math.min(from, o.from), Math.max(to, o.to));
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
