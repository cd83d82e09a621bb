// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Jump;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.value.Deferred;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Functions that decide what runs next. */
final class FlowFunctions {

  private FlowFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "with",
        f ->
            f.when(
                Params.of().repeated("Any arg").block(),
                (call, arguments, block) -> EachFunctions.lambda(block).call(arguments)));
    functions.define(
        "then",
        f ->
            f.when(
                Params.of("Any arg").block("Callable[1,1]"),
                (call, arguments, block) ->
                    arguments.get(0) == Undef.UNDEF
                        ? Undef.UNDEF
                        : EachFunctions.lambda(block).call(arguments)));
    functions.define(
        "lest",
        f ->
            f.when(
                Params.of("Any arg").block("Callable[0,0]"),
                (call, arguments, block) ->
                    arguments.get(0) == Undef.UNDEF
                        ? EachFunctions.lambda(block).call(List.of())
                        : arguments.get(0)));
    functions.define(
        "unwrap",
        f ->
            f.when(
                    Params.of("Sensitive arg").optionalBlock(),
                    (call, arguments, block) -> unwrap(arguments.get(0), block))
                .when(
                    Params.of("Any arg").optionalBlock(),
                    (call, arguments, block) -> unwrap(arguments.get(0), block)));
    registerJumps(functions);
    registerCalls(functions);
  }

  private static Object unwrap(Object value, @Nullable PuppetLambda block) {
    Object unwrapped = value instanceof Sensitive sensitive ? sensitive.value() : value;
    return block == null ? unwrapped : block.call(List.of(unwrapped));
  }

  private static void registerJumps(Registry functions) {
    functions.define(
        "break",
        f ->
            f.when(
                Params.of(),
                (call, arguments, block) -> {
                  throw new Jump.Break(call.site());
                }));
    functions.define(
        "next",
        f ->
            f.when(
                Params.of().optional("Any value"),
                (call, arguments, block) -> {
                  throw new Jump.Next(valueOf(arguments), call.site());
                }));
    functions.define(
        "return",
        f ->
            f.when(
                Params.of().optional("Any value"),
                (call, arguments, block) -> {
                  throw new Jump.Return(valueOf(arguments), call.site());
                }));
  }

  private static Object valueOf(List<Object> arguments) {
    return arguments.isEmpty() ? Undef.UNDEF : arguments.get(0);
  }

  private static void registerCalls(Registry functions) {
    functions.define(
        "call",
        f ->
            f.when(
                    Params.of("String function_name").repeated("Any arguments").optionalBlock(),
                    (call, arguments, block) ->
                        callByName(
                            call,
                            (String) arguments.get(0),
                            arguments.subList(1, arguments.size()),
                            block))
                .when(
                    Params.of("Deferred deferred"),
                    (call, arguments, block) -> resolve(call, arguments.get(0))));
    functions.legacyStatement(
        "fail",
        -1,
        (call, arguments, block) -> {
          throw new EvaluationException(
              arguments.stream().map(PuppetView.LEGACY::text).collect(Collectors.joining(" ")));
        });
    functions.define(
        "import",
        f ->
            f.when(
                Params.of().repeated("Any args"),
                (call, arguments, block) -> {
                  throw new EvaluationException(
                      "Use of 'import' has been discontinued in favor of a manifest directory. See"
                          + " http://links.puppet.com/puppet-import-deprecation",
                      "DISCONTINUED_IMPORT",
                      null);
                }));
  }

  private static Object callByName(
      CallContext call, String name, List<Object> arguments, @Nullable PuppetLambda block) {
    if (name.isEmpty()) {
      throw new EvaluationException(
          "undefined method `empty?' for nil:NilClass\n\n"
              + "    if parts[0].empty?\n"
              + "               ^^^^^^^");
    }
    try {
      return call.callFunction(name, arguments, block);
    } catch (EvaluationException e) {
      if (e.site() == null && "UNKNOWN_FUNCTION".equals(e.issueCode())) {
        throw new EvaluationException("Unknown function '" + name + "'");
      }
      throw e;
    }
  }

  /** Calls what a {@code Deferred} stands for now; its arguments can be deferred themselves. */
  private static Object resolve(CallContext call, Object value) {
    return switch (value) {
      case Deferred deferred -> resolveCall(call, deferred);
      case List<?> list -> resolveAll(call, list);
      case Map<?, ?> map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((key, element) -> result.put(key, resolve(call, element)));
        yield result;
      }
      case Sensitive sensitive -> new Sensitive(resolve(call, sensitive.value()));
      default -> value;
    };
  }

  private static List<Object> resolveAll(CallContext call, List<?> values) {
    List<Object> result = new ArrayList<>();
    values.forEach(value -> result.add(resolve(call, value)));
    return result;
  }

  private static Object resolveCall(CallContext call, Deferred deferred) {
    List<Object> arguments = resolveAll(call, deferred.arguments());
    if (!deferred.name().startsWith("$")) {
      return callByName(call, deferred.name(), arguments, null);
    }
    Object variable = call.scope().topScope().lookupVariable(deferred.name().substring(1));
    arguments.add(0, variable == null ? Undef.UNDEF : variable);
    return call.callFunction("dig", arguments, null);
  }
}
