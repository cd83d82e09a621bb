// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** Integers and floats. */
public record NumericType() implements NumericFamily {

  /** The type. */
  public static final NumericType NUMERIC = new NumericType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof Number;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof NumericFamily;
  }

  @Override
  public PuppetType unparameterized() {
    return NUMERIC;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
