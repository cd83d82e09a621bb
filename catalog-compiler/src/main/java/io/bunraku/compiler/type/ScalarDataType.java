// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** Strings, numbers and booleans. */
public record ScalarDataType() implements ScalarDataFamily {

  /** The type. */
  public static final ScalarDataType SCALAR_DATA = new ScalarDataType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof ScalarDataFamily;
  }

  @Override
  public PuppetType unparameterized() {
    return SCALAR_DATA;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
