// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.hiera.BackendFunctions;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code dig}, {@code get} and {@code getvar}: ways into nested values. */
final class DataFunctions {

  private static final Pattern VARIABLE =
      Pattern.compile("^((?:::)?(?:\\w+::)*\\w+)(.*)\\z", Pattern.MULTILINE);

  private DataFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "dig",
        f ->
            f.when(
                Params.of("Optional[Collection] data").repeated("Any arg"),
                (call, arguments, block) ->
                    Digging.dig(arguments.get(0), arguments.subList(1, arguments.size()))
                        .orThrow()));
    functions.define(
        "get",
        f ->
            f.when(
                Params.of("Any value", "String dotted_string")
                    .optional("Any default_value")
                    .optionalBlock("Callable[1,1]"),
                (call, arguments, block) ->
                    get(
                        call,
                        arguments.get(0),
                        (String) arguments.get(1),
                        argument(arguments, 2),
                        block)));
    functions.define(
        "getvar",
        f ->
            f.when(
                    Params.of(
                            "Pattern[/\\A(?:::)?(?:[a-z]\\w*::)*[a-z_]\\w*(?:\\.|\\Z)/] get_string")
                        .optional("Any default_value")
                        .optionalBlock("Callable[1,1]"),
                    (call, arguments, block) -> getVariable(call, arguments, block))
                .refuse(
                    Params.of("String get_string").optional("Any default_value").optionalBlock(),
                    arguments -> "The given string does not start with a valid variable name"));
    registerBackends(functions);
  }

  private static Object argument(List<Object> arguments, int index) {
    return arguments.size() > index ? arguments.get(index) : Undef.UNDEF;
  }

  private static Object get(
      CallContext call,
      Object value,
      String navigation,
      Object defaultValue,
      @Nullable PuppetLambda block) {
    if (value == Undef.UNDEF) {
      return defaultValue;
    }
    if (navigation.isEmpty()) {
      return value;
    }
    List<Object> keys = DottedKey.split(navigation);
    if (!(value instanceof List<?> || value instanceof Map<?, ?>)) {
      // the function refuses it in its own words
      return call.callFunction("dig", withFirst(value, keys), null);
    }
    Digging result = Digging.dig(value, keys);
    if (result.error() != null && block != null) {
      return block.call(List.of(result.error()));
    }
    Object found = result.orThrow();
    return found == Undef.UNDEF ? defaultValue : found;
  }

  private static List<Object> withFirst(Object first, List<Object> rest) {
    List<Object> all = new ArrayList<>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  private static Object getVariable(
      CallContext call, List<Object> arguments, @Nullable PuppetLambda block) {
    Matcher matcher = VARIABLE.matcher((String) arguments.get(0));
    if (!matcher.find()) {
      return Undef.UNDEF;
    }
    String navigation = matcher.group(2);
    if (!navigation.isEmpty() && navigation.charAt(0) != '.') {
      throw new EvaluationException(
          "First character after var name in get string must be a '.' - got "
              + navigation.charAt(0));
    }
    Scope scope = call.scope();
    Object value = scope.lookupVariable(matcher.group(1));
    if (value == null) {
      return argument(arguments, 1);
    }
    String path = navigation.isEmpty() ? "" : navigation.substring(1);
    return get(call, value, path, argument(arguments, 1), block);
  }

  /** Backends of Hiera, which Hiera itself calls otherwise; a module's own backend may use them. */
  private static void registerBackends(Registry functions) {
    for (String name : List.of("yaml_data", "json_data", "hocon_data")) {
      functions.define(
          name,
          f ->
              f.when(
                      Params.of(
                          "Struct[{path=>String[1]}] options", "Puppet::LookupContext context"),
                      (call, arguments, block) ->
                          BackendFunctions.dataHash(name, arguments.get(0), arguments.get(1)))
                  .refuse(
                      Params.of("Hash options", "Puppet::LookupContext context"),
                      arguments ->
                          "one of 'path', 'paths' 'glob', 'globs' or 'mapped_paths' must be declared"
                              + " in hiera.yaml when using this data_hash function"));
    }
    functions.define(
        "eyaml_lookup_key",
        f ->
            f.when(
                Params.of(
                    "String[1] key",
                    "Hash[String[1],Any] options",
                    "Puppet::LookupContext context"),
                (call, arguments, block) ->
                    BackendFunctions.eyaml(arguments.get(0), arguments.get(1), arguments.get(2))));
  }
}
