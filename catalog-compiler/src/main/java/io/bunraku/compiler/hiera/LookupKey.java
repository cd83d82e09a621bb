// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A key, possibly dotted: {@code a::b.c.0."d.e"}.
 *
 * @param key as written
 * @param rootKey the first segment, which data is asked for
 * @param segments the others: strings, and {@code Long} for indexes
 */
record LookupKey(String key, String rootKey, List<Object> segments) {

  static final String LOOKUP_OPTIONS = "lookup_options";

  /** The key that merge and conversion of others are found under. */
  static final LookupKey OPTIONS = new LookupKey(LOOKUP_OPTIONS, LOOKUP_OPTIONS, List.of());

  static LookupKey of(String key) {
    List<Object> segments = KeySegments.split(key);
    if (segments == null) {
      throw LookupErrors.error("Syntax error in key: '%s'".formatted(key));
    }
    return new LookupKey(
        key, String.valueOf(segments.getFirst()), segments.subList(1, segments.size()));
  }

  /** What stands before the first {@code ::}, or null. */
  @Nullable String moduleName() {
    int end = rootKey.indexOf("::");
    return end < 0 ? null : rootKey.substring(0, end);
  }

  /** All segments. */
  List<Object> toList() {
    List<Object> all = new ArrayList<>();
    all.add(rootKey);
    all.addAll(segments);
    return all;
  }

  /** What the segments lead to in a value, or null. */
  @Nullable Object dig(@Nullable Object value) {
    return value == null || segments.isEmpty() ? value : KeySegments.dig(key, segments, value);
  }

  /** The same, told to who wants to know. */
  @Nullable Object dig(Invocation invocation, @Nullable Object value) {
    if (value == null || segments.isEmpty() || invocation.explainer() == null) {
      return dig(value);
    }
    return invocation.explained(
        Explanation.Kind.SUB_KEY,
        String.join(".", segments.stream().map(String::valueOf).toList()),
        () -> KeySegments.explained(key, segments, value, invocation));
  }

  /** A value around a value, so that {@link #dig} gives the inner one again. */
  Object undig(Object value) {
    Object result = value;
    for (Object segment : segments.reversed()) {
      result = segment instanceof Long index ? listWith(index, result) : mapWith(segment, result);
    }
    return result;
  }

  private static List<Object> listWith(long index, Object value) {
    List<Object> list = new ArrayList<>();
    for (long i = 0; i < index; i++) {
      list.add(Undef.UNDEF);
    }
    list.add(value);
    return list;
  }

  private static Map<Object, Object> mapWith(Object key, Object value) {
    Map<Object, Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  @Override
  public String toString() {
    return key;
  }
}
