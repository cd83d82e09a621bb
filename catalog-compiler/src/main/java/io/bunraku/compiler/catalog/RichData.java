// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns values of the language into JSON data: what JSON has no form for becomes a hash. */
final class RichData {

  static final String TYPE_KEY = "__ptype";
  static final String VALUE_KEY = "__pvalue";

  private RichData() {}

  /**
   * The value of a parameter of a resource that stands somewhere, as JSON data; what is such data
   * already is returned as it is.
   */
  static Object toData(Object value, CatalogState state, @Nullable Site site) {
    return isPlain(value) ? value : new RichDataWriter(state, site).toData(value);
  }

  /** Whether a value needs no conversion at all. */
  static boolean isPlain(Object value) {
    if (value instanceof String
        || value instanceof Boolean
        || value instanceof Number
        || value == Undef.UNDEF) {
      return true;
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(RichData::isPlain);
    }
    return value instanceof Map<?, ?> map && isPlainMap(map);
  }

  private static boolean isPlainMap(Map<?, ?> map) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)
          || key.equals(TYPE_KEY)
          || !isPlain(entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a list has a reference to a resource somewhere in it, hashes aside. */
  static boolean holdsReference(List<?> list) {
    for (Object one : list) {
      if (one instanceof List<?> inner ? holdsReference(inner) : isReference(one)) {
        return true;
      }
    }
    return false;
  }

  static boolean isReference(Object value) {
    return value instanceof io.bunraku.compiler.type.CatalogEntryFamily;
  }

  static Map<String, Object> tagged(String type) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(TYPE_KEY, type);
    return data;
  }

  static Map<String, Object> tagged(String type, Object value) {
    Map<String, Object> data = tagged(type);
    data.put(VALUE_KEY, value);
    return data;
  }
}
