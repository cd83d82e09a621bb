// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.PuppetIterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that can be iterated over.
 *
 * @param type what the iteration gives, or null for anything
 */
public record IterableType(@Nullable PuppetType type) implements WithContainedType {

  /** All values that can be iterated over. */
  public static final IterableType DEFAULT = new IterableType(null);

  @Override
  public PuppetType with(@Nullable PuppetType type) {
    return new IterableType(type);
  }

  private boolean takesAnything(@Nullable Guard guard) {
    return type == null || type.isAssignable(AnyType.ANY, guard);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!takesAnything(guard)) {
      return isAssignable(TypeInference.infer(value), guard);
    }
    return switch (value) {
      case String s -> true;
      case List<?> l -> true;
      case Map<?, ?> m -> true;
      case PuppetIterator i -> true;
      case Long n -> n >= 0;
      case EnumType e -> true;
      case IntegerType range -> range.isFinite();
      case TypeAliasType alias -> isInstance(alias.resolvedType(), guard);
      default -> false;
    };
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (type == null || takesAnything(guard)) {
      return other.isIterable();
    }
    IterableType given = other.iterableType();
    return given != null && given.type != null && type.isAssignable(given.type, guard);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return true;
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    return this;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
