// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Undef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of an object type, such as {@code Error} and {@code Target}.
 *
 * @param type its type
 * @param given the attributes that differ from their defaults
 */
public record PuppetObject(ObjectType type, Map<String, Object> given) implements TypedValue {

  public PuppetObject {
    given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
  }

  @Override
  public PuppetType puppetType() {
    return type.isParameterized() ? ObjectTypeExtension.of(this) : type;
  }

  /** An attribute, its default if it was not given; null when the type has none of that name. */
  public @Nullable Object attribute(String name) {
    Object value = given.get(name);
    if (value != null) {
      return value;
    }
    return type.member(name) instanceof ObjectAttribute attribute ? attribute.value() : null;
  }

  /** What this object is made of, in the order of its attributes; what is the default is absent. */
  public Map<String, Object> initHash() {
    return initHash(type);
  }

  private Map<String, Object> initHash(ObjectType level) {
    ObjectType above = level.parentObject();
    Map<String, Object> hash = above == null ? new LinkedHashMap<>() : initHash(above);
    for (ObjectAttribute attribute : level.ownAttributes()) {
      Object value = attribute(attribute.name());
      if (attribute.isGiven() && value != null && !isLeftOut(attribute, value)) {
        hash.put(attribute.name(), value);
      }
    }
    return hash;
  }

  /** Puppet looks for the default of an attribute named like a word of Ruby in a wrong place. */
  private static boolean isLeftOut(ObjectAttribute attribute, Object value) {
    boolean literal =
        attribute.value() instanceof String
            || attribute.value() instanceof Number
            || attribute.value() instanceof Boolean
            || attribute.value() == Undef.UNDEF;
    if (literal && RubyWords.isReserved(attribute.name())) {
      return attribute.value() == Undef.UNDEF;
    }
    return attribute.isDefault(value);
  }

  /** What a catalog says of this object: up to the last attribute that differs from its default. */
  public Map<String, Object> arguments() {
    List<ObjectAttribute> order = type.initAttributes();
    int size = order.size();
    while (size > 0 && isDefault(order.get(size - 1))) {
      size--;
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (ObjectAttribute attribute : order.subList(0, size)) {
      Object value = attribute(attribute.name());
      arguments.put(attribute.name(), value == null ? Undef.UNDEF : value);
    }
    return arguments;
  }

  private boolean isDefault(ObjectAttribute attribute) {
    Object value = attribute(attribute.name());
    return value != null && attribute.isDefault(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof PuppetObject o && isEqual(type, o));
  }

  /** Whether one type and those above it find the objects equal; one that asks nothing never. */
  private boolean isEqual(ObjectType level, PuppetObject other) {
    ObjectType above = level.parentObject();
    boolean sameType =
        level.equalityIncludesType() && !(above != null && above.equalityIncludesType());
    List<String> names = level.ownEquality();
    if (names.isEmpty() && !sameType) {
      return above != null && isEqual(above, other);
    }
    return (above == null || isEqual(above, other))
        && (!sameType || type.equals(other.type))
        && names.stream().allMatch(name -> Objects.equals(attribute(name), other.attribute(name)));
  }

  @Override
  public int hashCode() {
    return 31;
  }

  @Override
  public String toString() {
    return TypeFormatter.valueString(this);
  }
}
