// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An attribute or a type parameter of an object type.
 *
 * @param owner how messages call the type that it belongs to
 * @param name its name
 * @param type its type; that of a type parameter is optional
 * @param kind {@code constant}, {@code derived}, {@code given_or_derived}, {@code reference} or
 *     null
 * @param value its default, or null for none
 * @param isFinal whether it cannot be overridden
 * @param override whether it overrides one of the parent's
 * @param annotations its annotations, or null
 * @param isParameter whether it is a type parameter
 */
public record ObjectAttribute(
    String owner,
    String name,
    PuppetType type,
    @Nullable String kind,
    @Nullable Object value,
    boolean isFinal,
    boolean override,
    @Nullable Map<?, ?> annotations,
    boolean isParameter)
    implements ObjectMember {

  private static final CallableType NO_ARGUMENTS =
      new CallableType(new TupleType(List.of(), IntegerType.exactly(0)), null, null);

  @Override
  public boolean isConstant() {
    return "constant".equals(kind);
  }

  /** Whether it can only be computed, which needs code in Ruby. */
  public boolean isDerived() {
    return "derived".equals(kind);
  }

  /** Whether its value is no part of the object. */
  public boolean isReference() {
    return "reference".equals(kind);
  }

  /** Whether a new object is given a value for it. */
  boolean isGiven() {
    return !isConstant() && !isDerived();
  }

  /** Whether a value is its default. */
  boolean isDefault(Object given) {
    return value != null && given.equals(value);
  }

  /** Whether the value is all that has to be said of this constant. */
  boolean isPlainConstant() {
    return isConstant()
        && type.equals(
            TypeInference.infer(Objects.requireNonNullElse(value, Undef.UNDEF)).generalize());
  }

  @Override
  public String feature() {
    return isParameter ? "type_parameter" : "attribute";
  }

  @Override
  public List<CallableType> callables() {
    return List.of(NO_ARGUMENTS);
  }

  @Override
  public void describeMore(Map<String, Object> hash) {
    if (isParameter && type instanceof OptionalType optional) {
      hash.put("type", optional.type() == null ? AnyType.ANY : optional.type());
    }
    if (kind != null) {
      hash.put("kind", kind);
    }
    if (isConstant()) {
      hash.remove("final");
    }
    if (value != null && !(isParameter && value == Undef.UNDEF)) {
      hash.put("value", value);
    }
  }
}
