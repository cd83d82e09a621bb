// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.PuppetIterator;
import org.jspecify.annotations.Nullable;

/**
 * Lazy values.
 *
 * @param type what they give, or null for anything
 */
public record IteratorType(@Nullable PuppetType type) implements WithContainedType {

  /** All lazy values. */
  public static final IteratorType DEFAULT = new IteratorType(null);

  @Override
  public PuppetType with(@Nullable PuppetType type) {
    return new IteratorType(type);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof PuppetIterator iterator
        && (type == null || type.isAssignable(iterator.elementType(), guard));
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof IteratorType o
        && (type == null || (o.type != null && type.isAssignable(o.type, guard)));
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
    return type == null ? IterableType.DEFAULT : new IterableType(type);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
