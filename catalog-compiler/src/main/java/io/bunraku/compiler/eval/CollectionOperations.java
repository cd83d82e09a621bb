// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operators {@code + - <<} where the left side is a collection. */
final class CollectionOperations {

  private CollectionOperations() {}

  static Object append(List<?> left, Object right) {
    List<Object> result = new ArrayList<>(left.size() + 1);
    result.addAll(left);
    result.add(right);
    return result;
  }

  static Object concatenate(Object left, Object right) {
    return switch (left) {
      case List<?> list -> concatenateList(list, right);
      case Map<?, ?> map -> merge(map, right);
      case Uri uri -> mergeUri(uri, right);
      case Binary binary -> concatenateBinary(binary, right);
      default -> concatenateList(List.of(left), right);
    };
  }

  private static Object concatenateList(List<?> left, Object right) {
    List<Object> result = new ArrayList<>(left);
    switch (right) {
      case List<?> list -> result.addAll(list);
      case Map<?, ?> map -> result.addAll(entries(map));
      default -> result.add(right);
    }
    return result;
  }

  /** A hash as Ruby's {@code to_a}: a list of lists of key and value. */
  static List<Object> entries(Map<?, ?> map) {
    List<Object> entries = new ArrayList<>(map.size());
    map.forEach((key, value) -> entries.add(List.of(key, value)));
    return entries;
  }

  private static Object merge(Map<?, ?> left, Object right) {
    Map<Object, Object> result = new LinkedHashMap<>(left);
    switch (right) {
      case Map<?, ?> map -> result.putAll(map);
      case List<?> list -> result.putAll(toHash(list));
      default -> throw new EvaluationException("Can only append Array or Hash to a Hash");
    }
    return result;
  }

  private static Map<Object, Object> toHash(List<?> list) {
    Map<Object, Object> result = new LinkedHashMap<>();
    if (!list.isEmpty() && list.stream().allMatch(List.class::isInstance)) {
      list.forEach(entry -> putPair(result, (List<?>) entry));
      return result;
    }
    if (list.size() == 1 && list.get(0) instanceof Map<?, ?> map) {
      result.putAll(map);
      return result;
    }
    if (list.size() % 2 != 0) {
      throw new EvaluationException("odd number of arguments for Hash");
    }
    for (int i = 0; i < list.size(); i += 2) {
      result.put(list.get(i), list.get(i + 1));
    }
    return result;
  }

  private static void putPair(Map<Object, Object> result, List<?> pair) {
    if (pair.isEmpty() || pair.size() > 2) {
      throw new EvaluationException("invalid number of elements (" + pair.size() + " for 1..2)");
    }
    result.put(pair.get(0), pair.size() == 2 ? pair.get(1) : Undef.UNDEF);
  }

  private static Object mergeUri(Uri left, Object right) {
    return switch (right) {
      case String text -> resolve(left, Uri.parse(text));
      case Uri uri -> resolve(left, uri);
      default -> throw new EvaluationException("An URI can only be merged with an URI or String");
    };
  }

  private static Uri resolve(Uri base, Uri reference) {
    if (reference.uri().isAbsolute()) {
      return reference;
    }
    if (!base.uri().isAbsolute()) {
      throw new EvaluationException("both URI are relative");
    }
    if (base.uri().isOpaque()) {
      return base;
    }
    String resolved = base.uri().resolve(reference.uri()).normalize().toString();
    // RFC 3986 drops what leads above the root; Java keeps it
    return Uri.parse(resolved.replaceFirst("^([^/]*//[^/]*)(/\\.\\.)+/", "$1/"));
  }

  private static Object concatenateBinary(Binary left, Object right) {
    if (!(right instanceof Binary binary)) {
      throw new EvaluationException("Can only append Binary to a Binary");
    }
    byte[] bytes = Arrays.copyOf(left.bytes(), left.length() + binary.length());
    System.arraycopy(binary.bytes(), 0, bytes, left.length(), binary.length());
    return new Binary(bytes);
  }

  static Object delete(Object left, Object right) {
    if (left instanceof Map<?, ?> map) {
      Map<Object, Object> result = new LinkedHashMap<>(map);
      switch (right) {
        case List<?> keys -> keys.forEach(result::remove);
        case Map<?, ?> keys -> keys.keySet().forEach(result::remove);
        default -> result.remove(right);
      }
      return result;
    }
    List<Object> removed =
        switch (right) {
          case List<?> list -> new ArrayList<>(list);
          case Map<?, ?> map -> entries(map);
          default -> List.of(right);
        };
    List<Object> result = new ArrayList<>((List<?>) left);
    result.removeIf(element -> removed.stream().anyMatch(x -> RubyStrings.equal(element, x)));
    return result;
  }
}
