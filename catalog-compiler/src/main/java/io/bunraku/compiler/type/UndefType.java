// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Undef;
import org.jspecify.annotations.Nullable;

/** The type of {@code undef}. */
public record UndefType() implements PuppetType {

  /** The type. */
  public static final UndefType UNDEF = new UndefType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value == Undef.UNDEF;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof UndefType;
  }

  @Override
  public PuppetType unparameterized() {
    return UNDEF;
  }

  @Override
  public boolean isArgumentOf(CallableType callable, @Nullable Guard guard) {
    return callable.isAssignable(UNDEF, guard);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
