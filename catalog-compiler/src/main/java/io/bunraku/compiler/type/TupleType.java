// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Lists whose elements each have a type of their own.
 *
 * @param types the types; the last one counts for all further elements
 * @param size number of elements; null for as many as there are types
 */
public record TupleType(List<PuppetType> types, @Nullable IntegerType size) implements PuppetType {

  /** All lists. */
  public static final TupleType DEFAULT = new TupleType(List.of(), null);

  public TupleType {
    types = List.copyOf(types);
    size = size == null ? null : size.toSize();
  }

  /** A tuple of just these types. */
  public static TupleType of(PuppetType... types) {
    return new TupleType(List.of(types), null);
  }

  /** The size with its default: any number if there are no types. */
  public IntegerType effectiveSize() {
    return size == null && types.isEmpty() ? IntegerType.POSITIVE : effectiveSizeByCount();
  }

  /** The size with the number of types as default. */
  IntegerType effectiveSizeByCount() {
    return size == null ? IntegerType.exactly(types.size()) : size;
  }

  /** The type of the element at a position; there must be types. */
  PuppetType typeAt(int index) {
    return types.get(Math.min(index, types.size() - 1));
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (!(value instanceof List<?> list)) {
      return false;
    }
    if (size == null
        ? !types.isEmpty() && types.size() != list.size()
        : !size.contains(list.size())) {
      return false;
    }
    if (types.isEmpty()) {
      return true;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!typeAt(i).isInstance(list.get(i), guard)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (equals(other)) {
      return true;
    }
    return switch (other) {
      case TupleType o -> acceptsTuple(o, guard);
      case ArrayType o -> acceptsArray(o, guard);
      default -> false;
    };
  }

  private boolean acceptsTuple(TupleType o, @Nullable Guard guard) {
    if (!effectiveSize().isAssignable(o.effectiveSize(), guard)) {
      return false;
    }
    if (types.isEmpty()) {
      return true;
    }
    if (o.types.isEmpty()) {
      return effectiveSize().minimum() == 0;
    }
    for (int i = 0; i < o.types.size(); i++) {
      if (!typeAt(i).isAssignable(o.types.get(i), guard)) {
        return false;
      }
    }
    return true;
  }

  private boolean acceptsArray(ArrayType o, @Nullable Guard guard) {
    if (!effectiveSize().isAssignable(o.effectiveSize(), guard)) {
      return false;
    }
    long count = Math.min(types.size(), o.effectiveSize().maximum());
    for (int i = 0; i < count; i++) {
      if (!typeAt(i).isAssignable(o.elementType(), guard)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean isArgumentOf(CallableType callable, @Nullable Guard guard) {
    if (size != null) {
      throw new EvaluationException(
          "Callable tuple may not have a size constraint when used as args");
    }
    TupleType parameters = callable.parameters();
    PuppetType block = callable.block();
    PuppetType last = types.isEmpty() ? null : types.get(types.size() - 1);
    if (last != null && last.isKindOfCallable(true, guard)) {
      return block != null
          && block.isAssignable(last, guard)
          && parameters != null
          && parameters.acceptsArguments(types.subList(0, types.size() - 1), guard);
    }
    return (parameters == null || parameters.isAssignable(this, guard))
        && (block == null || block.isAssignable(UndefType.UNDEF, guard));
  }

  private boolean acceptsArguments(List<PuppetType> arguments, @Nullable Guard guard) {
    if (!effectiveSize().contains(arguments.size())) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!typeAt(i).isAssignable(arguments.get(i), guard)) {
        return false;
      }
    }
    return true;
  }

  private TupleType map(UnaryOperator<PuppetType> change) {
    List<PuppetType> changed = new ArrayList<>(types.size());
    types.forEach(type -> changed.add(change.apply(type)));
    return new TupleType(changed, size);
  }

  @Override
  public TupleType generalize() {
    return map(PuppetType::generalize);
  }

  @Override
  public TupleType normalize() {
    return map(PuppetType::normalize);
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    return types;
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return true;
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    return new IterableType(VariantType.of(types));
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
