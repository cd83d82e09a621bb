// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values that a new value of a type can be made from.
 *
 * @param type the type, or null for any rich data
 * @param arguments further arguments of {@code new}
 */
public record InitType(@Nullable PuppetType type, List<Object> arguments)
    implements WithContainedType {

  /** All rich data. */
  public static final InitType DEFAULT = new InitType(null, List.of());

  public InitType {
    arguments = List.copyOf(arguments);
  }

  @Override
  public PuppetType with(@Nullable PuppetType type) {
    return new InitType(type, arguments);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    if (type == null) {
      return BuiltinTypes.RICH_DATA.isInstance(value);
    }
    List<TupleType> signatures = signatures();
    if (type.isInstance(value, guard)) {
      return true;
    }
    for (TupleType signature : signatures) {
      if (takes(signature, value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * What makes a value of the type, as far as it fits the further arguments.
   *
   * @throws EvaluationException when nothing does
   */
  List<TupleType> signatures() {
    PuppetType target = Objects.requireNonNull(type);
    if (target instanceof InitType
        || target instanceof OptionalType
        || target instanceof NotUndefType) {
      throw TypeConversion.notSupportedItself(target);
    }
    List<TupleType> all = TypeConversion.signatures(target);
    if (arguments.isEmpty()) {
      return all;
    }
    List<TupleType> fitting = all.stream().filter(this::fitsArguments).toList();
    if (fitting.isEmpty()) {
      throw new EvaluationException(
          "The type '%s' does not represent a valid set of parameters for %s.new()"
              .formatted(this, target.generalize().name()));
    }
    return fitting;
  }

  private boolean fitsArguments(TupleType signature) {
    IntegerType size = signature.effectiveSize();
    int count = arguments.size() + 1;
    if (count < size.minimum() || count > size.maximum()) {
      return false;
    }
    List<PuppetType> types = new ArrayList<>(List.of(signature.typeAt(0)));
    arguments.forEach(argument -> types.add(TypeInference.inferSet(argument)));
    return signature.isAssignable(new TupleType(types, null));
  }

  private boolean takes(TupleType signature, Object value) {
    List<Object> all = new ArrayList<>(List.of(value));
    all.addAll(arguments);
    if (signature.isInstance(all)) {
      return true;
    }
    boolean single = IntegerType.exactly(1).equals(signature.effectiveSize());
    return arguments.isEmpty() && !single && signature.isInstance(value);
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (other instanceof InitType o) {
      return type == null || (o.type != null && type.isAssignable(o.type, guard));
    }
    if (type == null) {
      return BuiltinTypes.RICH_DATA.isAssignable(other, guard);
    }
    List<TupleType> signatures = signatures();
    if (type.isAssignable(other, guard)) {
      return true;
    }
    for (TupleType signature : signatures) {
      List<PuppetType> all = new ArrayList<>(List.of(other));
      arguments.forEach(a -> all.add(TypeInference.inferSet(a)));
      if (signature.isAssignable(new TupleType(all, null))) {
        return true;
      }
    }
    return false;
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
