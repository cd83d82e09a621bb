// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns data that libraries have parsed into values of the language. */
public final class LanguageValues {

  private LanguageValues() {}

  /** A value of the language; null is undef. */
  public static Object of(@Nullable Object value) {
    return convert(value, Undef.UNDEF);
  }

  /**
   * Facts, in which Puppet makes an empty string of nothing and a string of what it cannot hold.
   */
  public static Map<String, Object> facts(Map<String, ? extends @Nullable Object> values) {
    Map<String, Object> facts = new LinkedHashMap<>();
    values.forEach((name, value) -> facts.put(name, convert(value, "")));
    return facts;
  }

  private static Object convert(@Nullable Object value, Object nothing) {
    return switch (value) {
      case null -> nothing;
      case String s -> s;
      case Boolean b -> b;
      case Integer i -> i.longValue();
      case Long l -> l;
      case Double d -> d;
      case Float f -> f.doubleValue();
      case BigInteger big -> big.bitLength() < 64 ? (Object) big.longValue() : big;
      case List<?> list -> list(list, nothing);
      case Map<?, ?> map -> map(map, nothing);
      default -> value.toString();
    };
  }

  private static List<Object> list(List<?> list, Object nothing) {
    List<Object> result = new ArrayList<>(list.size());
    for (Object item : list) {
      result.add(convert(item, nothing));
    }
    return result;
  }

  private static Map<Object, Object> map(Map<?, ?> map, Object nothing) {
    Map<Object, Object> result = LinkedHashMap.newLinkedHashMap(map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      result.put(convert(entry.getKey(), nothing), convert(entry.getValue(), nothing));
    }
    return result;
  }
}
