// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.type.CatalogEntryFamily;
import io.bunraku.compiler.type.CatalogEntryType;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.value.PuppetIterator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values on their way into parameters ({@code runtime3_converter.rb}). */
public final class PassedValues {

  private PassedValues() {}

  /**
   * What a parameter holds: the value, its references to resources marked as passed.
   *
   * @throws EvaluationException for what no parameter can hold
   */
  public static Object convert(Object value) {
    return switch (value) {
      case PuppetIterator iterator ->
          throw new EvaluationException("Use of an Iterator is not supported here");
      case BigInteger big -> throw outOfRange(big);
      case List<?> list -> list(list);
      case Map<?, ?> map -> map(map);
      case CatalogEntryFamily entry -> reference(entry);
      default -> value;
    };
  }

  private static EvaluationException outOfRange(BigInteger big) {
    String end = big.signum() > 0 ? "max" : "min";
    return new EvaluationException(
        "Use of a Ruby Integer outside of Puppet Integer "
            + end
            + " range, got '0x"
            + big.toString(16)
            + "'");
  }

  /** A list without references stays the same list. */
  private static Object list(List<?> list) {
    List<Object> copy = null;
    for (int i = 0; i < list.size(); i++) {
      Object converted = convert(list.get(i));
      if (copy == null && isOther(converted, list.get(i))) {
        copy = new ArrayList<>(list.subList(0, i));
      }
      if (copy != null) {
        copy.add(converted);
      }
    }
    return copy == null ? list : copy;
  }

  private static Object map(Map<?, ?> map) {
    boolean changed = false;
    Map<Object, Object> copy = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = convert(entry.getKey());
      Object value = convert(entry.getValue());
      changed |= isOther(key, entry.getKey()) || isOther(value, entry.getValue());
      copy.put(key, value);
    }
    return changed ? copy : map;
  }

  @SuppressWarnings("ReferenceEquality") // whether it was copied
  private static boolean isOther(Object a, Object b) {
    return a != b;
  }

  private static Object reference(CatalogEntryFamily entry) {
    return switch (entry) {
      case CatalogEntryType all ->
          throw new EvaluationException(
              "Cannot split the type Puppet::Pops::Types::PCatalogEntryType, it represents neither a"
                  + " PClassType, nor a PResourceType.");
      case ClassType type -> {
        if (type.className() == null) {
          throw new EvaluationException(
              "No title provided and \"class\" is not a valid resource reference");
        }
        yield new ClassType(type.className(), true);
      }
      case ResourceType type -> {
        if (type.typeName() == null) {
          throw new EvaluationException("undefined method `include?' for nil:NilClass");
        }
        yield new ResourceType(type.typeName(), type.title(), true);
      }
    };
  }
}
