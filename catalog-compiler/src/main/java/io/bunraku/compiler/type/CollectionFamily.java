// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** Types of lists and hashes, by their size. */
public sealed interface CollectionFamily extends PuppetType
    permits CollectionType, ArrayType, HashType {

  /** How many elements there can be; null for any number. */
  @Nullable IntegerType size();

  /** The size with its default. */
  default IntegerType effectiveSize() {
    IntegerType size = size();
    return size == null ? IntegerType.POSITIVE : size;
  }

  /** Whether only the empty collection is of this type. */
  default boolean isEmptyOnly() {
    IntegerType size = effectiveSize();
    return Long.valueOf(0).equals(size.to());
  }

  /** Whether the sizes that another type allows are allowed here. */
  default boolean acceptsSize(PuppetType other, @Nullable Guard guard) {
    return switch (other) {
      case CollectionFamily collection ->
          effectiveSize().isAssignable(collection.effectiveSize(), guard);
      case TupleType tuple -> effectiveSize().isAssignable(tuple.effectiveSizeByCount(), guard);
      case StructType struct ->
          effectiveSize().isAssignable(IntegerType.exactly(struct.elements().size()), guard);
      default -> false;
    };
  }

  @Override
  default boolean isIterable(@Nullable Guard guard) {
    return true;
  }
}
