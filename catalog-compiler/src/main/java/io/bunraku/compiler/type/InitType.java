// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.ArrayList;
import java.util.List;
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
    if (type.isInstance(value, guard)) {
      return true;
    }
    for (TupleType signature : TypeConversion.signatures(type)) {
      if (takes(signature, value)) {
        return true;
      }
    }
    return false;
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
    if (type.isAssignable(other, guard)) {
      return true;
    }
    for (TupleType signature : TypeConversion.signatures(type)) {
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
