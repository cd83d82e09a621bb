// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/**
 * Values of a type without undef.
 *
 * @param type the type, or null for all values but undef
 */
public record NotUndefType(@Nullable PuppetType type) implements WithContainedType {

  /** All values but undef. */
  public static final NotUndefType DEFAULT = new NotUndefType(null);

  public NotUndefType {
    type = type instanceof AnyType ? null : type;
  }

  @Override
  public PuppetType with(@Nullable PuppetType type) {
    return new NotUndefType(type);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return !UndefType.UNDEF.isInstance(value, guard)
        && (type == null || type.isInstance(value, guard));
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return !other.isAssignable(UndefType.UNDEF, guard)
        && (type == null || type.isAssignable(other, guard));
  }

  @Override
  public PuppetType normalize() {
    PuppetType inner = type == null ? null : type.normalize();
    if (inner == null) {
      return DEFAULT;
    }
    if (inner instanceof OptionalType optional) {
      return new NotUndefType(optional.type()).normalize();
    }
    return inner.isAssignable(UndefType.UNDEF) ? new NotUndefType(inner) : inner;
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
