// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists and hashes of a size.
 *
 * @param size number of elements, or null for any
 */
public record CollectionType(@Nullable IntegerType size) implements CollectionFamily {

  /** All lists and hashes. */
  public static final CollectionType DEFAULT = new CollectionType(null);

  public CollectionType {
    size = size == null ? null : size.toSize();
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return switch (value) {
      case List<?> list -> size == null || size.contains(list.size());
      case Map<?, ?> map -> size == null || size.contains(map.size());
      default -> false;
    };
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return acceptsSize(other, guard);
  }

  @Override
  public PuppetType generalize() {
    return DEFAULT;
  }

  @Override
  public PuppetType normalize() {
    return DEFAULT;
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
