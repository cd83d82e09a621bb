// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.Sensitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Functions on lists and hashes as wholes. */
final class CollectionFunctions {

  private CollectionFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "keys",
        f ->
            f.when(
                Params.of("Hash hsh"),
                (call, arguments, block) -> new ArrayList<>(map(arguments).keySet())));
    functions.define(
        "values",
        f ->
            f.when(
                Params.of("Hash hsh"),
                (call, arguments, block) -> new ArrayList<>(map(arguments).values())));
    defineLength(functions);
    functions.define(
        "size",
        f ->
            f.when(
                Params.of("Variant[Collection, String, Binary] arg"),
                (call, arguments, block) -> length(arguments)));
    functions.define(
        "join",
        f ->
            f.when(
                Params.of("Array arg").optional("String delimiter"),
                (call, arguments, block) ->
                    PuppetView.joined(
                        (List<?>) arguments.get(0),
                        arguments.size() > 1 ? (String) arguments.get(1) : "")));
    functions.define(
        "flatten",
        f ->
            f.when(
                Params.of().repeated("Any args"),
                (call, arguments, block) -> Lists.flatten(arguments)));
    defineEmpty(functions);
    defineUnique(functions);
  }

  private static void defineLength(Registry functions) {
    functions.define(
        "length",
        f ->
            f.when(Params.of("Collection arg"), (call, arguments, block) -> length(arguments))
                .when(Params.of("String arg"), (call, arguments, block) -> length(arguments))
                .when(Params.of("Binary arg"), (call, arguments, block) -> length(arguments)));
  }

  private static Map<?, ?> map(List<Object> arguments) {
    return (Map<?, ?>) arguments.get(0);
  }

  private static Object length(List<Object> arguments) {
    return switch (arguments.get(0)) {
      case Collection<?> list -> (long) list.size();
      case Map<?, ?> map -> (long) map.size();
      case Binary binary -> (long) binary.length();
      case String text -> (long) text.codePointCount(0, text.length());
      default -> 0L;
    };
  }

  private static void defineEmpty(Registry functions) {
    functions.define(
        "empty",
        f ->
            f.when(Params.of("Collection coll"), (call, arguments, block) -> isEmpty(arguments))
                .when(
                    Params.of("Sensitive[String] str"),
                    (call, arguments, block) -> ((Sensitive) arguments.get(0)).value().equals(""))
                .when(Params.of("String str"), (call, arguments, block) -> isEmpty(arguments))
                .when(
                    Params.of("Numeric num"),
                    (call, arguments, block) -> {
                      Deprecations.warn(
                          call,
                          "empty-from-" + call.site().file() + "-" + call.site().line(),
                          "Calling function empty() with Numeric value is deprecated.");
                      return false;
                    })
                .when(Params.of("Binary bin"), (call, arguments, block) -> isEmpty(arguments))
                .when(Params.of("Undef x"), (call, arguments, block) -> true));
  }

  private static Object isEmpty(List<Object> arguments) {
    return length(arguments).equals(0L);
  }

  private static void defineUnique(Registry functions) {
    functions.define(
        "unique",
        f ->
            f.when(
                    Params.of("String string").optionalBlock("Callable[String]"),
                    (call, arguments, block) ->
                        PuppetView.joined(
                            unique(Iterables.characters((String) arguments.get(0)), block), ""))
                .when(
                    Params.of("Hash hash").optionalBlock("Callable[Any]"),
                    (call, arguments, block) -> uniqueHash(map(arguments), block))
                .when(
                    Params.of("Array array").optionalBlock("Callable[Any]"),
                    (call, arguments, block) -> unique((List<?>) arguments.get(0), block))
                .when(
                    Params.of("Iterable iterable").optionalBlock("Callable[Any]"),
                    (call, arguments, block) ->
                        uniqueElements(Iterables.on(arguments.get(0)).toList(), block)));
  }

  private static List<Object> unique(List<?> values, @Nullable PuppetLambda block) {
    if (values.size() < 2) {
      return List.copyOf(values); // Ruby asks no block then
    }
    List<Object> result = new ArrayList<>();
    addUnique(values, block, result);
    return result;
  }

  /** Of what is no array a break leaves what was found. */
  private static List<Object> uniqueElements(List<?> values, @Nullable PuppetLambda block) {
    List<Object> result = new ArrayList<>();
    try {
      addUnique(values, block, result);
    } catch (Jump.Break stop) {
      return result;
    }
    return result;
  }

  private static void addUnique(List<?> values, @Nullable PuppetLambda block, List<Object> result) {
    Set<Object> seen = new LinkedHashSet<>();
    for (Object value : values) {
      if (seen.add(block == null ? value : block.call(List.of(value)))) {
        result.add(value);
      }
    }
  }

  /** Keys of equal values together, to those values. */
  private static Object uniqueHash(Map<?, ?> map, @Nullable PuppetLambda block) {
    Map<Object, List<Object>> keys = new LinkedHashMap<>();
    Map<Object, Set<Object>> values = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      Object group = block == null ? value : block.call(List.of(value));
      keys.computeIfAbsent(group, g -> new ArrayList<>()).add(key);
      values.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(value);
    });
    Map<Object, Object> result = new LinkedHashMap<>();
    keys.forEach(
        (group, list) -> result.put(list, List.copyOf(values.getOrDefault(group, Set.of()))));
    return result;
  }
}
