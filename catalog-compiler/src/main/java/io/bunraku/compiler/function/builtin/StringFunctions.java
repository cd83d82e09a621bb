// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.type.PuppetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Functions that change strings, in lists and hashes too. */
final class StringFunctions {

  private static final String STRING_DATA =
      "Variant[String, Numeric, Array[StringData], Hash[StringData, StringData]]";

  private StringFunctions() {}

  static void register(Registry functions) {
    defineDeep(functions, "upcase", Strings::upcase);
    defineDeep(functions, "downcase", Strings::downcase);
    defineFlat(functions, "capitalize", Strings::capitalize);
    defineFlat(functions, "camelcase", Strings::camelcase);
    defineFlat(functions, "chomp", Strings::chomp);
    defineFlat(functions, "chop", Strings::chop);
    defineFlat(functions, "lstrip", Strings::lstrip);
    defineFlat(functions, "rstrip", Strings::rstrip);
    defineFlat(functions, "strip", text -> Strings.rstrip(Strings.lstrip(text)));
    functions.legacy("shellquote", -1, (call, arguments, block) -> ShellQuote.quote(arguments));
    functions.define(
        "versioncmp",
        f ->
            f.when(
                Params.of("String a", "String b").optional("Boolean ignore_trailing_zeroes"),
                (call, arguments, block) ->
                    (long)
                        PackageVersions.compare(
                            (String) arguments.get(0),
                            (String) arguments.get(1),
                            arguments.size() > 2 && (Boolean) arguments.get(2))));
  }

  private static void defineFlat(Registry functions, String name, UnaryOperator<String> operation) {
    functions.define(
        name,
        f ->
            f.when(Params.of("Numeric arg"), (call, arguments, block) -> arguments.get(0))
                .when(
                    Params.of("String arg"),
                    (call, arguments, block) -> operation.apply((String) arguments.get(0)))
                .when(
                    Params.of("Iterable[Variant[String, Numeric]] arg"),
                    (call, arguments, block) -> each(arguments.get(0), operation)));
  }

  private static Object each(Object iterable, UnaryOperator<String> operation) {
    if (iterable instanceof PuppetType type) {
      throw PuppetView.INSTANCE.noMethod("map", type);
    }
    List<Object> result = new ArrayList<>();
    Iterables.on(iterable)
        .each()
        .forEachRemaining(
            value -> result.add(value instanceof String text ? operation.apply(text) : value));
    return result;
  }

  private static void defineDeep(Registry functions, String name, UnaryOperator<String> operation) {
    functions.define(
        name,
        f ->
            f.type("StringData", STRING_DATA)
                .when(Params.of("Numeric arg"), (call, arguments, block) -> arguments.get(0))
                .when(
                    Params.of("String arg"),
                    (call, arguments, block) -> operation.apply((String) arguments.get(0)))
                .when(
                    Params.of("Array[StringData] arg"),
                    (call, arguments, block) -> deep(arguments.get(0), operation))
                .when(
                    Params.of("Hash[StringData, StringData] arg"),
                    (call, arguments, block) -> deep(arguments.get(0), operation)));
  }

  private static Object deep(Object value, UnaryOperator<String> operation) {
    return switch (value) {
      case String text -> operation.apply(text);
      case List<?> list -> {
        List<Object> result = new ArrayList<>(list.size());
        list.forEach(element -> result.add(deep(element, operation)));
        yield result;
      }
      case Map<?, ?> map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((k, v) -> result.put(deep(k, operation), deep(v, operation)));
        yield result;
      }
      default -> value;
    };
  }
}
