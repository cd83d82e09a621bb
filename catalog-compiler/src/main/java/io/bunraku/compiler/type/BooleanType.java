// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/**
 * Booleans, or one of them.
 *
 * @param value the only one, or null
 */
public record BooleanType(@Nullable Boolean value) implements ScalarDataFamily {

  /** Both booleans. */
  public static final BooleanType DEFAULT = new BooleanType(null);

  @Override
  public boolean isInstance(Object o, @Nullable Guard guard) {
    return o instanceof Boolean b && (value == null || value.equals(b));
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof BooleanType o && (value == null || value.equals(o.value));
  }

  @Override
  public PuppetType generalize() {
    return DEFAULT;
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
