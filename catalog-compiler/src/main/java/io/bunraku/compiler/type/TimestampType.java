// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * Points in time within a range.
 *
 * @param from lowest, or null for no limit
 * @param to highest, or null for no limit
 */
public record TimestampType(@Nullable Timestamp from, @Nullable Timestamp to)
    implements ScalarFamily {

  /** Without limits. */
  public static final TimestampType DEFAULT = new TimestampType(null, null);

  public TimestampType {
    if (from != null && to != null && from.compareTo(to) > 0) {
      throw new EvaluationException(
          "'from' must be less or equal to 'to'. Got (" + from + ", " + to);
    }
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof Timestamp t
        && (from == null || t.compareTo(from) >= 0)
        && (to == null || t.compareTo(to) <= 0);
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof TimestampType o
        && (from == null || (o.from != null && from.compareTo(o.from) <= 0))
        && (to == null || (o.to != null && to.compareTo(o.to) >= 0));
  }

  @Override
  public PuppetType generalize() {
    return DEFAULT;
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Nullable TimestampType merge(TimestampType o) {
    if ((to != null && o.from != null && to.compareTo(o.from) < 0)
        || (o.to != null && from != null && o.to.compareTo(from) < 0)) {
      return null;
    }
    return new TimestampType(
        from == null || o.from == null ? null : from.compareTo(o.from) <= 0 ? from : o.from,
        to == null || o.to == null ? null : to.compareTo(o.to) >= 0 ? to : o.to);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
