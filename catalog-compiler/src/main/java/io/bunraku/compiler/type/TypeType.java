// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/**
 * Types as values.
 *
 * @param type the type that they are or narrow, or null for any
 */
public record TypeType(@Nullable PuppetType type) implements WithContainedType {

  /** All types. */
  public static final TypeType DEFAULT = new TypeType(null);

  @Override
  public PuppetType with(@Nullable PuppetType type) {
    return new TypeType(type);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof PuppetType t && (type == null || type.isAssignable(t, guard));
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (!(other instanceof TypeType o)) {
      return false;
    }
    return type == null || (o.type != null && type.isAssignable(o.type, guard));
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return type instanceof EnumType || (type instanceof IntegerType range && range.isFinite());
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    return isIterable(guard) ? new IterableType(type) : null;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
