// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists.
 *
 * @param elementType what all elements are
 * @param size number of elements, or null for any
 */
public record ArrayType(PuppetType elementType, @Nullable IntegerType size)
    implements CollectionFamily {

  /** All lists. */
  public static final ArrayType DEFAULT = new ArrayType(AnyType.ANY, null);

  /** The empty list. */
  public static final ArrayType EMPTY = new ArrayType(UnitType.UNIT, IntegerType.exactly(0));

  public ArrayType {
    if (size != null && size.equals(new IntegerType(0L, 0L))) {
      elementType = UnitType.UNIT;
    }
    size = size == null ? null : size.toSize();
  }

  /** Lists of any size. */
  public static ArrayType of(PuppetType elementType) {
    return new ArrayType(elementType, null);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!(value instanceof List<?> list) || (size != null && !size.contains(list.size()))) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!elementType.isInstance(list.get(i), guard)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return switch (other) {
      case TupleType o -> acceptsSize(o, null) && acceptsAll(o.types(), guard);
      case ArrayType o -> acceptsSize(o, guard) && elementType.isAssignable(o.elementType, guard);
      default -> false;
    };
  }

  private boolean acceptsAll(List<PuppetType> types, @Nullable Guard guard) {
    for (PuppetType type : types) {
      if (!elementType.isAssignable(type, guard)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isArgumentOf(CallableType callable, @Nullable Guard guard) {
    TupleType parameters = callable.parameters();
    PuppetType block = callable.block();
    return (parameters == null || parameters.isAssignable(this, guard))
        && (block == null || block.isAssignable(UndefType.UNDEF, guard));
  }

  @Override
  public PuppetType generalize() {
    return elementType instanceof AnyType ? DEFAULT : new ArrayType(elementType.generalize(), null);
  }

  @Override
  public PuppetType normalize() {
    return elementType instanceof AnyType ? DEFAULT : new ArrayType(elementType.normalize(), size);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    return List.of(elementType);
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    return elementType instanceof AnyType ? IterableType.DEFAULT : new IterableType(elementType);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
