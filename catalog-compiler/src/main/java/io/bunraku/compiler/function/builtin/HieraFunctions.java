// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.FunctionBuilder;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.hiera.LookupRequest;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of Hiera 3: deprecated, and each bound to one way to merge. */
final class HieraFunctions {

  private HieraFunctions() {}

  static void register(Registry functions) {
    define(functions, "hiera", "first");
    define(functions, "hiera_array", "unique");
    define(functions, "hiera_hash", "hash");
    define(functions, "hiera_include", "unique");
  }

  /** What is done with a key, a default (null for none), an override (null for none), a lambda. */
  private record Call(
      String key,
      @Nullable Object fallback,
      @Nullable Object override,
      @Nullable PuppetLambda block) {}

  private static void define(Registry functions, String name, String merge) {
    functions.define(name, f -> dispatches(f, name, merge));
  }

  private static FunctionBuilder dispatches(FunctionBuilder f, String name, String merge) {
    FunctionBody plain = (call, arguments, block) -> run(call, name, merge, withDefault(arguments));
    FunctionBody withBlock =
        (call, arguments, block) ->
            run(
                call,
                name,
                merge,
                new Call((String) arguments.get(0), null, get(arguments, 1), block));
    return f.when(
            Params.of("Tuple[String, Any, Any, 1, 3] args"),
            (call, arguments, block) ->
                run(call, name, merge, withDefault(List.copyOf((List<?>) arguments.get(0)))))
        .when(Params.of("String key"), plain)
        .when(Params.of("String key", "Any default").optional("Any override"), plain)
        .when(Params.of("String key").block("Callable[1,1]").blockNamed("default_block"), withBlock)
        .when(
            Params.of("String key", "Any override")
                .block("Callable[1,1]")
                .blockNamed("default_block"),
            withBlock);
  }

  private static Call withDefault(List<Object> arguments) {
    return new Call((String) arguments.get(0), get(arguments, 1), get(arguments, 2), null);
  }

  private static @Nullable Object get(List<Object> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : null;
  }

  private static Object run(CallContext call, String name, String merge, Call asked) {
    warn(call, name);
    LookupRequest request =
        LookupRequest.of(asked.key).withMerge(merge).asHiera3(override(asked.override));
    if (asked.fallback != null) {
      request = request.withDefault(asked.fallback);
    }
    PuppetLambda block = asked.block;
    if (block != null) {
      request = request.withBlock(key -> block.call(List.of(key)));
    }
    Object found = call.scope().compilation().lookup().lookup(call.scope(), request);
    return name.equals("hiera_include") ? include(call, asked.key, found) : found;
  }

  private static @Nullable Object override(@Nullable Object given) {
    return List.of().equals(given) ? null : given;
  }

  private static Object include(CallContext call, String key, Object classes) {
    if (classes == Undef.UNDEF) {
      throw new EvaluationException("Could not find data item " + key);
    }
    boolean empty = classes.equals("") || classes.equals(List.of()) || classes.equals(Map.of());
    return empty ? Undef.UNDEF : call.callFunction("include", List.of(classes), null);
  }

  private static void warn(CallContext call, String name) {
    String version = call.scope().compilation().request().options().version().puppetVersion();
    String minor = version.substring(0, version.lastIndexOf('.'));
    Deprecations.warnAnywhere(
        call,
        name,
        "The function '"
            + name
            + "' is deprecated in favor of using 'lookup'. See https://puppet.com/docs/puppet/"
            + minor
            + "/deprecated_language.html");
  }
}
