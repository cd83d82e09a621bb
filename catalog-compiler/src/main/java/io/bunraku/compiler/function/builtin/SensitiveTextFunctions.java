// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.FunctionBuilder;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Sensitive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code split} and {@code regsubst} of Puppet 8, which also take sensitive text. */
final class SensitiveTextFunctions {

  private static final String TEXT = "Variant[String,Sensitive[String]]";
  private static final String TARGET =
      "Variant[Array[" + TEXT + "],Sensitive[Array[" + TEXT + "]]," + TEXT + "] target";
  private static final String REPLACEMENT = "Variant[String,Hash[String,String]] replacement";

  private static final String ENCODING =
      "The regsubst() function's encoding argument has been ignored since Ruby 1.9 and will be"
          + " removed in a future release";

  private SensitiveTextFunctions() {}

  static void register(Registry functions) {
    RegexpCache cache = new RegexpCache();
    functions.define("split", f -> split(f, cache));
    functions.define("regsubst", f -> regsubst(f, cache));
  }

  private static FunctionBuilder split(FunctionBuilder f, RegexpCache cache) {
    FunctionBody plain = (call, arguments, block) -> split(arguments, cache);
    FunctionBody sensitive =
        (call, arguments, block) -> new Sensitive(split(unwrapped(arguments), cache));
    return f.when(Params.of("String str", "String pattern"), plain)
        .when(Params.of("String str", "Regexp pattern"), plain)
        .when(Params.of("String str", "Type[Regexp] pattern"), plain)
        .when(Params.of("Sensitive[String] sensitive", "String pattern"), sensitive)
        .when(Params.of("Sensitive[String] sensitive", "Regexp pattern"), sensitive)
        .when(Params.of("Sensitive[String] sensitive", "Type[Regexp] pattern"), sensitive);
  }

  private static Object split(List<Object> arguments, RegexpCache cache) {
    PuppetRegexp pattern =
        switch (arguments.get(1)) {
          case String text -> cache.get(text, 0);
          case PuppetRegexp regexp -> regexp;
          default -> RegexpFunctions.regexp(arguments.get(1));
        };
    return RegexpFunctions.split(arguments, pattern);
  }

  private static FunctionBuilder regsubst(FunctionBuilder f, RegexpCache cache) {
    return f.when(
            Params.of(TARGET, "String pattern", REPLACEMENT)
                .optional("Optional[Pattern[/^[GEIM]*$/]] flags")
                .optional("Enum['N','E','S','U'] encoding"),
            (call, arguments, block) -> {
              if (arguments.size() > 4) {
                Deprecations.warnAnywhere(call, "regsubst_function_encoding", ENCODING);
              }
              return each(arguments, given -> RegexpFunctions.regsubstString(given, cache));
            })
        .when(
            Params.of(TARGET, "Variant[Regexp,Type[Regexp]] pattern", REPLACEMENT)
                .optional("Pattern[/^G?$/] flags"),
            (call, arguments, block) -> each(arguments, RegexpFunctions::regsubstRegexp));
  }

  /** A sensitive list gives a plain one, as in Puppet; sensitive text stays sensitive. */
  private static Object each(List<Object> arguments, Function<List<Object>, Object> substitute) {
    Object target = arguments.get(0);
    if (target instanceof Sensitive sensitive && sensitive.value() instanceof String) {
      return new Sensitive(substitute.apply(unwrapped(arguments)));
    }
    Object plain = target instanceof Sensitive sensitive ? sensitive.value() : target;
    if (!(plain instanceof List<?> list)) {
      return substitute.apply(arguments);
    }
    List<Object> results = new ArrayList<>();
    for (Object one : list) {
      results.add(each(withTarget(arguments, one), substitute));
    }
    return results;
  }

  private static List<Object> unwrapped(List<Object> arguments) {
    return withTarget(arguments, ((Sensitive) arguments.get(0)).value());
  }

  private static List<Object> withTarget(List<Object> arguments, Object target) {
    List<Object> changed = new ArrayList<>(arguments);
    changed.set(0, target);
    return changed;
  }
}
