// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.function.CallContext;
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

  private SensitiveTextFunctions() {}

  static void register(Registry functions) {
    functions.define("split", SensitiveTextFunctions::split);
    functions.define("regsubst", SensitiveTextFunctions::regsubst);
  }

  private static FunctionBuilder split(FunctionBuilder f) {
    FunctionBody plain = (call, arguments, block) -> split(arguments);
    FunctionBody sensitive = (call, arguments, block) -> new Sensitive(split(unwrapped(arguments)));
    return f.when(Params.of("String str", "String pattern"), plain)
        .when(Params.of("String str", "Regexp pattern"), plain)
        .when(Params.of("String str", "Type[Regexp] pattern"), plain)
        .when(Params.of("Sensitive[String] sensitive", "String pattern"), sensitive)
        .when(Params.of("Sensitive[String] sensitive", "Regexp pattern"), sensitive)
        .when(Params.of("Sensitive[String] sensitive", "Type[Regexp] pattern"), sensitive);
  }

  private static Object split(List<Object> arguments) {
    PuppetRegexp pattern =
        switch (arguments.get(1)) {
          case String text -> new PuppetRegexp(text);
          case PuppetRegexp regexp -> regexp;
          default -> RegexpFunctions.regexp(arguments.get(1));
        };
    return RegexpFunctions.split(arguments, pattern);
  }

  private static FunctionBuilder regsubst(FunctionBuilder f) {
    RegexpCache cache = new RegexpCache();
    return f.when(
            Params.of(TARGET, "String pattern", REPLACEMENT)
                .optional("Optional[Pattern[/^[GEIM]*$/]] flags")
                .optional("Enum['N','E','S','U'] encoding"),
            (call, arguments, block) -> {
              if (arguments.size() > 4) {
                warnOfEncoding(call);
              }
              return each(arguments, given -> RegexpFunctions.regsubstString(given, cache));
            })
        .when(
            Params.of(TARGET, "Variant[Regexp,Type[Regexp]] pattern", REPLACEMENT)
                .optional("Pattern[/^G?$/] flags"),
            (call, arguments, block) -> each(arguments, RegexpFunctions::regsubstRegexp));
  }

  private static void warnOfEncoding(CallContext call) {
    Deprecations.warnAnywhere(
        call,
        "regsubst_function_encoding",
        "The regsubst() function's encoding argument has been ignored since Ruby 1.9 and will be"
            + " removed in a future release");
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
