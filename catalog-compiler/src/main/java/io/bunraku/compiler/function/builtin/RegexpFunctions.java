// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.type.PatternType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.RegexpType;
import io.bunraku.compiler.type.TypeAliasType;
import io.bunraku.compiler.type.VariantType;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code match}, {@code regsubst} and {@code split}. */
final class RegexpFunctions {

  private RegexpFunctions() {}

  static void register(Registry functions) {
    RegexpCache cache = new RegexpCache();
    functions.define(
        "match",
        f ->
            f.when(
                    Params.of("String string", "Variant[Any, Type] pattern"),
                    (call, arguments, block) ->
                        match((String) arguments.get(0), arguments.get(1), cache))
                .when(
                    Params.of("Array[String] string", "Variant[Any, Type] pattern"),
                    (call, arguments, block) -> matchEach(arguments, cache)));
    defineSplit(functions, cache);
    defineRegsubst(functions, cache);
  }

  private static void defineSplit(Registry functions, RegexpCache cache) {
    functions.define(
        "split",
        f ->
            f.when(
                    Params.of("String str", "String pattern"),
                    (call, arguments, block) ->
                        split(arguments, cache.get((String) arguments.get(1), 0)))
                .when(
                    Params.of("String str", "Regexp pattern"),
                    (call, arguments, block) -> split(arguments, (PuppetRegexp) arguments.get(1)))
                .when(
                    Params.of("String str", "Type[Regexp] pattern"),
                    (call, arguments, block) -> split(arguments, regexp(arguments.get(1)))));
  }

  private static void defineRegsubst(Registry functions, RegexpCache cache) {
    functions.define(
        "regsubst",
        f ->
            f.when(
                    Params.of(
                            "Variant[Array[String],String] target",
                            "String pattern",
                            "Variant[String,Hash[String,String]] replacement")
                        .optional("Optional[Pattern[/^[GEIM]*$/]] flags")
                        .optional("Enum['N','E','S','U'] encoding"),
                    (call, arguments, block) -> regsubstString(arguments, cache))
                .when(
                    Params.of(
                            "Variant[Array[String],String] target",
                            "Variant[Regexp,Type[Regexp]] pattern",
                            "Variant[String,Hash[String,String]] replacement")
                        .optional("Pattern[/^G?$/] flags"),
                    (call, arguments, block) -> regsubstRegexp(arguments)));
  }

  private static Object matchEach(List<Object> arguments, RegexpCache cache) {
    List<Object> result = new ArrayList<>();
    for (Object text : (List<?>) arguments.get(0)) {
      result.add(match((String) text, arguments.get(1), cache));
    }
    return result;
  }

  private static Object match(String text, Object pattern, RegexpCache cache) {
    return switch (pattern) {
      case String source -> groups(cache.get(source, 0), text);
      case PuppetRegexp regexp -> groups(regexp, text);
      case TypeAliasType alias -> match(text, alias.resolvedType(), cache);
      case VariantType variant -> firstMatch(text, variant.types(), cache);
      case PatternType type -> firstMatch(text, type.patterns(), cache);
      case RegexpType type -> groups(regexpOf(type), text);
      case List<?> list -> firstMatch(text, Lists.flatten(list), cache);
      default ->
          throw new EvaluationException(
              "match() expects pattern of T, where T is String, Regexp, Regexp[r], Pattern[p], or"
                  + " Array[T]. Got "
                  + PuppetView.rubyClass(pattern));
    };
  }

  private static PuppetRegexp regexpOf(RegexpType type) {
    PuppetRegexp regexp = type.regexp();
    if (regexp == null) {
      throw new EvaluationException("Given Regexp Type has no regular expression");
    }
    return regexp;
  }

  private static Object firstMatch(String text, List<?> patterns, RegexpCache cache) {
    for (Object pattern : patterns) {
      Object result = match(text, pattern, cache);
      if (result != Undef.UNDEF) {
        return result;
      }
    }
    return Undef.UNDEF;
  }

  private static Object groups(PuppetRegexp regexp, String text) {
    RegexpMatch match = regexp.match(text);
    if (match == null) {
      return Undef.UNDEF;
    }
    List<Object> groups = new ArrayList<>(match.size());
    for (int i = 0; i < match.size(); i++) {
      String group = match.group(i);
      groups.add(group == null ? Undef.UNDEF : group);
    }
    return groups;
  }

  static PuppetRegexp regexp(Object type) {
    PuppetType resolved = (PuppetType) type;
    while (resolved instanceof TypeAliasType alias) {
      resolved = alias.resolvedType();
    }
    PuppetRegexp regexp = resolved instanceof RegexpType r ? r.regexp() : null;
    return regexp == null ? new PuppetRegexp("") : regexp;
  }

  static Object split(List<Object> arguments, PuppetRegexp pattern) {
    return RegexpOperations.split((String) arguments.get(0), pattern);
  }

  static Object regsubstString(List<Object> arguments, RegexpCache cache) {
    String flags = arguments.size() > 3 && arguments.get(3) instanceof String s ? s : "";
    int options = 0;
    options |= flags.indexOf('E') >= 0 ? PuppetRegexp.EXTENDED : 0;
    options |= flags.indexOf('I') >= 0 ? PuppetRegexp.IGNORECASE : 0;
    options |= flags.indexOf('M') >= 0 ? PuppetRegexp.MULTILINE : 0;
    PuppetRegexp pattern = cache.get((String) arguments.get(1), options);
    return substitute(arguments, pattern, flags.indexOf('G') >= 0);
  }

  static Object regsubstRegexp(List<Object> arguments) {
    Object given = arguments.get(1);
    boolean all = arguments.size() > 3 && arguments.get(3).equals("G");
    if (given instanceof PuppetRegexp pattern) {
      return substitute(arguments, pattern, all);
    }
    // As in Puppet a type's expression is taken as a plain string
    String literal = regexp(given).pattern();
    return substitute(arguments, new PuppetRegexp(RegexpOperations.quote(literal)), all);
  }

  private static Object substitute(List<Object> arguments, PuppetRegexp pattern, boolean all) {
    pattern.compile();
    Object target = arguments.get(0);
    Object replacement = arguments.get(2);
    if (target instanceof String text) {
      return substitute(text, pattern, replacement, all);
    }
    List<Object> result = new ArrayList<>();
    for (Object text : (List<?>) target) {
      result.add(substitute((String) text, pattern, replacement, all));
    }
    return result;
  }

  private static String substitute(
      String text, PuppetRegexp pattern, Object replacement, boolean all) {
    if (replacement instanceof Map<?, ?> map) {
      return RegexpOperations.substitute(
          text,
          pattern,
          all,
          match -> {
            Object found = map.get(match.group(0));
            return found == null ? "" : PuppetView.INSTANCE.text(found);
          });
    }
    String template = (String) replacement;
    if (template.indexOf('\\') < 0) {
      return RegexpOperations.substitute(text, pattern, all, match -> template);
    }
    return RegexpOperations.substitute(
        text, pattern, all, match -> RegexpOperations.expand(template, text, pattern, match));
  }
}
