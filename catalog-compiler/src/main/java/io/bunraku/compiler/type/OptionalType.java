// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/**
 * Values of a type, or undef.
 *
 * @param type the type, or null for undef only
 */
public record OptionalType(@Nullable PuppetType type) implements WithContainedType {

  /** Undef only. */
  public static final OptionalType DEFAULT = new OptionalType(null);

  @Override
  public PuppetType with(@Nullable PuppetType type) {
    return new OptionalType(type);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return UndefType.UNDEF.isInstance(value, guard)
        || (type != null && type.isInstance(value, guard));
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof UndefType || type == null || type.isAssignable(other, guard);
  }

  @Override
  public PuppetType normalize() {
    PuppetType inner = type == null ? null : type.normalize();
    if (inner == null) {
      return DEFAULT;
    }
    if (inner instanceof NotUndefType notUndef) {
      return new OptionalType(notUndef.type()).normalize();
    }
    return inner.isAssignable(UndefType.UNDEF) ? inner : new OptionalType(inner);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean isKindOfCallable(boolean optional, @Nullable Guard guard) {
    return optional && type != null && type.isKindOfCallable(optional, guard);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
