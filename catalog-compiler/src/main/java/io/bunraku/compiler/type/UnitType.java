// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** What stands where any type will do: the element type of an empty list. */
public record UnitType() implements PuppetType {

  /** The type. */
  public static final UnitType UNIT = new UnitType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return true;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return true;
  }

  @Override
  public PuppetType unparameterized() {
    return UNIT;
  }

  @Override
  public boolean isAssignable(PuppetType other, @Nullable Guard guard) {
    return true;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
