// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** All values. */
public record AnyType() implements PuppetType {

  /** The type. */
  public static final AnyType ANY = new AnyType();

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
    return ANY;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
