// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dotted keys: how they are split, and how they lead into a value. */
final class KeySegments {

  private static final Pattern SEGMENT =
      Pattern.compile("\\s*\"[^\"]+\"\\s*|\\s*'[^']+'\\s*|[^'\".]+");
  private static final Pattern INDEX = Pattern.compile("[+-]?[0-9]{1,18}");

  private KeySegments() {}

  /** The segments, quotes removed and integers as {@code Long}; null for a syntax error. */
  static @Nullable List<Object> split(String key) {
    if (key.chars().noneMatch(c -> c == '.' || c == '"' || c == '\'')) {
      return List.of(key);
    }
    List<Object> segments = new ArrayList<>();
    Matcher matcher = SEGMENT.matcher(key);
    int position = 0;
    while (matcher.region(position, key.length()).lookingAt()) {
      segments.add(segment(matcher.group().strip()));
      position = matcher.end();
      if (position == key.length()) {
        return segments;
      }
      if (key.charAt(position) != '.') {
        return null;
      }
      position++;
    }
    return null;
  }

  private static Object segment(String text) {
    if (text.startsWith("\"") || text.startsWith("'")) {
      return text.substring(1, text.length() - 1);
    }
    return INDEX.matcher(text).matches() ? (Object) Long.parseLong(unsigned(text)) : text;
  }

  private static String unsigned(String text) {
    return text.startsWith("+") ? text.substring(1) : text;
  }

  /**
   * What segments lead to in a value.
   *
   * @param key as written, for messages
   * @return the value, or null when there is no such element
   */
  static @Nullable Object dig(String key, List<Object> segments, Object value) {
    Object result = value;
    for (Object segment : segments) {
      if (result == Undef.UNDEF) {
        return null;
      }
      Object next = element(key, segment, result);
      if (next == null) {
        return null;
      }
      result = next;
    }
    return result;
  }

  /** The same, each step told. */
  static @Nullable Object explained(
      String key, List<Object> segments, Object value, Invocation invocation) {
    Object result = value;
    for (Object segment : segments) {
      Object within = result;
      result =
          invocation.explained(
              Explanation.Kind.SEGMENT,
              String.valueOf(segment),
              () ->
                  invocation.report(
                      segment, within == Undef.UNDEF ? null : element(key, segment, within)));
      if (result == null) {
        return null;
      }
    }
    return result;
  }

  private static @Nullable Object element(String key, Object segment, Object value) {
    if (value instanceof List<?> list && segment instanceof Long index) {
      return index >= 0 && index < list.size() ? list.get(Math.toIntExact(index)) : null;
    }
    if (value instanceof Map<?, ?> map) {
      return map.get(segment);
    }
    if (value instanceof Long) {
      throw RubyArgumentError.noMethod("include?", value);
    }
    throw LookupErrors.error(
        "Data Provider type mismatch: Got %s when a hash-like object was expected to access value using '%s' from key '%s'"
            .formatted(RubyValue.className(value), segment, key));
  }
}
