// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New lists and hashes. */
public final class CollectionConversion {

  static final Conversion ARRAY =
      new Conversion.Builder("new_array")
          .way(
              Conversion.takes(
                  1,
                  "from",
                  new VariantType(
                      List.of(
                          ArrayType.DEFAULT,
                          HashType.DEFAULT,
                          BinaryType.BINARY,
                          IterableType.DEFAULT)),
                  "wrap",
                  new BooleanType(false)),
              a -> toList(a.get(0)))
          .way(
              Conversion.takes(2, "from", AnyType.ANY, "wrap", new BooleanType(true)),
              a -> a.get(0) instanceof List<?> list ? list : List.of(a.get(0)))
          .mismatch(
              Conversion.takes(1, "from", AnyType.ANY, "wrap", BooleanType.DEFAULT),
              a -> cannotConvert(a.get(0), "Array"))
          .build();

  private static final PuppetType PAIRS =
      new TypeAliasType(
          "KeyValueArray",
          () -> new ArrayType(TupleType.of(AnyType.ANY, AnyType.ANY), IntegerType.NOT_EMPTY),
          new Object());

  private static final PuppetType TREE =
      new TypeAliasType(
          "TreeArray",
          () -> new ArrayType(TupleType.of(ArrayType.DEFAULT, AnyType.ANY), IntegerType.NOT_EMPTY),
          new Object());

  private static final PuppetType OPTION =
      new TypeAliasType("NewHashOption", () -> EnumType.of("tree", "hash_tree"), new Object());

  static final Conversion HASH =
      new Conversion.Builder("new_hash")
          .way(
              Conversion.takes(1, "from", TREE, "build_option", OPTION),
              a -> fromTree((List<?>) a.get(0), Conversion.argument(a, 1)))
          .way(Conversion.takes(1, "from", PAIRS), a -> fromPairs((List<?>) a.get(0)))
          .way(Conversion.takes(1, "from", AnyType.ANY), a -> fromFlat(a.get(0)))
          .build();

  private CollectionConversion() {}

  /** The elements that an iteration over a value gives, or null if there is none. */
  public static @Nullable List<Object> elements(Object value) {
    return switch (value) {
      case List<?> list -> new ArrayList<>(list);
      case Map<?, ?> map -> entries(map);
      case String text -> new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
      case Long n -> n < 0 ? null : range(0, n - 1);
      case PuppetIterator iterator -> iterator.toList();
      case EnumType type -> new ArrayList<>(type.values());
      case IntegerType type -> type.isFinite() ? range(type.minimumOf(), type.maximum()) : null;
      case TypeAliasType alias -> elements(alias.resolvedType());
      default -> null;
    };
  }

  private static List<Object> range(long from, long to) {
    List<Object> numbers = new ArrayList<>();
    for (long n = from; n <= to; n++) {
      numbers.add(n);
    }
    return numbers;
  }

  private static List<Object> entries(Map<?, ?> map) {
    List<Object> entries = new ArrayList<>(map.size());
    map.forEach((key, value) -> entries.add(List.of(key, value)));
    return entries;
  }

  private static Object toList(Object from) {
    if (from instanceof Binary binary) {
      List<Object> bytes = new ArrayList<>();
      for (byte b : binary.bytes()) {
        bytes.add((long) (b & 0xff));
      }
      return bytes;
    }
    List<Object> elements = from instanceof List<?> ? null : elements(from);
    return elements == null ? from : elements;
  }

  private static String cannotConvert(Object from, String name) {
    return "Value of type " + TypeInference.inferGeneric(from) + " cannot be converted to " + name;
  }

  private static Map<Object, Object> fromPairs(List<?> pairs) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object pair : pairs) {
      if (pair instanceof List<?> list) {
        map.put(list.get(0), list.get(1));
      }
    }
    return map;
  }

  private static Object fromFlat(Object from) {
    if (from instanceof Map<?, ?>) {
      return from;
    }
    List<Object> flat = elements(from);
    if (flat == null) {
      throw new EvaluationException(cannotConvert(from, "Hash"));
    }
    if (flat.size() % 2 != 0) {
      throw new EvaluationException("odd number of arguments for Hash");
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < flat.size(); i += 2) {
      map.put(flat.get(i), flat.get(i + 1));
    }
    return map;
  }

  private static Object fromTree(List<?> tree, @Nullable Object option) {
    if (option == null) {
      return fromPairs(tree);
    }
    boolean allHashes = "hash_tree".equals(option);
    Map<Object, Object> result = new LinkedHashMap<>();
    for (Object entry : tree) {
      if (entry instanceof List<?> pair && pair.get(0) instanceof List<?> path) {
        addToTree(result, path, pair.get(1), allHashes);
      }
    }
    return result;
  }

  private static void addToTree(
      Map<Object, Object> root, List<?> path, Object value, boolean allHashes) {
    if (path.isEmpty()) {
      merge(root, value);
      return;
    }
    Object node = root;
    for (Object step : path.subList(0, path.size() - 1)) {
      node = descend(node, step);
    }
    put(node, path.get(path.size() - 1), allHashes ? asHash(value) : mutable(value));
  }

  private static void merge(Map<Object, Object> root, Object value) {
    switch (value) {
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          root.put((long) i, list.get(i));
        }
      }
      case Map<?, ?> map -> root.putAll(map);
      default ->
          throw new EvaluationException(
              "no implicit conversion of " + RubyClassName.of(value) + " into Hash");
    }
  }

  private static Object descend(Object node, Object step) {
    if (node instanceof List<?> list) {
      int index = step instanceof Long n ? n.intValue() : 0;
      return index < list.size() ? list.get(index) : Undef.UNDEF;
    }
    Object existing = node instanceof Map<?, ?> map ? map.get(step) : null;
    if (existing != null) {
      return existing;
    }
    Map<Object, Object> child = new LinkedHashMap<>();
    put(node, step, child);
    return child;
  }

  @SuppressWarnings("unchecked")
  private static void put(Object node, Object key, Object value) {
    switch (node) {
      case Map<?, ?> map -> ((Map<Object, Object>) map).put(key, value);
      case List<?> list when key instanceof Long n -> {
        List<Object> elements = (List<Object>) list;
        while (elements.size() <= n) {
          elements.add(Undef.UNDEF);
        }
        elements.set(n.intValue(), value);
      }
      default -> throw new EvaluationException("undefined method `[]=' for " + node);
    }
  }

  /** Collections are copied, since later entries may add to them. */
  private static Object mutable(Object value) {
    return switch (value) {
      case Map<?, ?> map -> new LinkedHashMap<Object, Object>(map);
      case List<?> list -> new ArrayList<Object>(list);
      default -> value;
    };
  }

  private static Object asHash(Object value) {
    if (!(value instanceof List<?> list)) {
      return mutable(value);
    }
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      map.put((long) i, asHash(list.get(i)));
    }
    return map;
  }
}
