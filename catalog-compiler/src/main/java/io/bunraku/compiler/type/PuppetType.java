// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of the language. Types are immutable values; equality is that of Puppet ({@code eql?}),
 * {@code toString} is what Puppet prints. The behaviour is that of {@code pops/types/types.rb}.
 *
 * <p>Methods that take a {@link Guard} are for types among themselves.
 */
public sealed interface PuppetType
    permits AnyType,
        UndefType,
        UnitType,
        DefaultType,
        ScalarFamily,
        CollectionFamily,
        CatalogEntryFamily,
        WithContainedType,
        StructType,
        TupleType,
        VariantType,
        CallableType,
        RuntimeType,
        BinaryType,
        UriType,
        ObjectType,
        ObjectTypeExtension,
        TypeSetType,
        TypeReferenceType,
        TypeAliasType {

  /** Whether a value is of this type. */
  default boolean isInstance(Object value) {
    return isInstance(value, null);
  }

  /** As {@link #isInstance(Object)}, within a recursion. */
  boolean isInstance(Object value, @Nullable Guard guard);

  /** Whether all values of another type are of this type. */
  default boolean isAssignable(PuppetType other) {
    return isAssignable(other, null);
  }

  /** As {@link #isAssignable(PuppetType)}, within a recursion. */
  default boolean isAssignable(PuppetType other, @Nullable Guard guard) {
    return Assignability.unwrapped(this, other, guard);
  }

  /** Whether another type is assignable that is neither alias, variant, optional nor unit. */
  boolean accepts(PuppetType other, @Nullable Guard guard);

  /** This type without what tells single values apart. */
  default PuppetType generalize() {
    return this;
  }

  /** The same type in the simplest form. */
  default PuppetType normalize() {
    return this;
  }

  /** This type without parameters. */
  PuppetType unparameterized();

  /** Types that this type is made of. */
  default List<PuppetType> children() {
    return List.of();
  }

  /** Whether values of this type can be iterated over. */
  default boolean isIterable() {
    return isIterable(null);
  }

  /** As {@link #isIterable()}, within a recursion. */
  default boolean isIterable(@Nullable Guard guard) {
    return false;
  }

  /** What an iteration over values of this type gives, or null. */
  default @Nullable IterableType iterableType() {
    return iterableType(null);
  }

  /** As {@link #iterableType()}, within a recursion. */
  default @Nullable IterableType iterableType(@Nullable Guard guard) {
    return null;
  }

  /** Whether this is a callable, a variant of callables or, if wanted, an optional one. */
  default boolean isKindOfCallable(boolean optional, @Nullable Guard guard) {
    return false;
  }

  /** Whether values of this type can be passed as arguments to a callable. */
  default boolean isArgumentOf(CallableType callable, @Nullable Guard guard) {
    return false;
  }

  /** The name without parameters. */
  default String name() {
    return simpleName();
  }

  /** The last segment of the name. */
  default String simpleName() {
    String name = getClass().getSimpleName();
    return name.substring(0, name.length() - "Type".length());
  }
}
