// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.FunctionBuilder;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.hiera.LookupRequest;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeAsserter;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The function {@code lookup}: what it accepts. */
final class LookupFunctions {

  private static final String OPTIONS =
      "value_type => Optional[ValueType],"
          + " default_value => Optional[DefaultValueType],"
          + " override => Optional[Hash[String,Any]],"
          + " default_values_hash => Optional[Hash[String,Any]],"
          + " merge => Optional[MergeType]}]";

  private LookupFunctions() {}

  static void register(Registry functions) {
    functions.define("lookup", f -> dispatches(localTypes(f)));
    HieraFunctions.register(functions);
  }

  private static FunctionBuilder localTypes(FunctionBuilder f) {
    return f.type("NameType", "Variant[String, Array[String]]")
        .type("ValueType", "Type")
        .type("DefaultValueType", "Any")
        .type("MergeType", "Variant[String[1], Hash[String, Scalar]]")
        .type("BlockType", "Callable[NameType]")
        .type("OptionsWithName", "Struct[{name => NameType, " + OPTIONS)
        .type("OptionsWithoutName", "Struct[{" + OPTIONS);
  }

  private static FunctionBuilder dispatches(FunctionBuilder f) {
    FunctionBody plain = (call, arguments, block) -> run(call, positional(arguments), block);
    return f.when(
            Params.of("NameType name").optional("ValueType value_type").optional("MergeType merge"),
            plain)
        .when(
            Params.of(
                "NameType name",
                "Optional[ValueType] value_type",
                "Optional[MergeType] merge",
                "DefaultValueType default_value"),
            (call, arguments, block) ->
                run(call, positional(arguments).withDefault(arguments.get(3)), block))
        .when(
            Params.of("NameType name")
                .optional("ValueType value_type")
                .optional("MergeType merge")
                .block("BlockType"),
            plain)
        .when(
            Params.of("OptionsWithName options_hash").optionalBlock("BlockType"),
            (call, arguments, block) -> {
              Map<?, ?> options = (Map<?, ?>) arguments.get(0);
              return run(call, optional(orUndef(options.get("name")), options), block);
            })
        .when(
            Params.of("Variant[String,Array[String]] name", "OptionsWithoutName options_hash")
                .optionalBlock("BlockType"),
            (call, arguments, block) ->
                run(call, optional(arguments.get(0), (Map<?, ?>) arguments.get(1)), block));
  }

  private static Object run(CallContext call, LookupRequest request, @Nullable PuppetLambda block) {
    LookupRequest complete =
        block == null ? request : request.withBlock(name -> block.call(List.of(name)));
    return call.scope().compilation().lookup().lookup(call.scope(), complete);
  }

  private static LookupRequest positional(List<Object> arguments) {
    Object type = arguments.size() > 1 ? arguments.get(1) : Undef.UNDEF;
    Object merge = arguments.size() > 2 ? arguments.get(2) : Undef.UNDEF;
    return LookupRequest.of(arguments.get(0)).withCheck(check(type)).withMerge(merge);
  }

  private static LookupRequest optional(Object name, Map<?, ?> options) {
    Object fallback = options.get("default_value");
    LookupRequest request =
        LookupRequest.of(name)
            .withCheck(check(options.get("value_type")))
            .withMerge(options.get("merge"))
            .withValues(map(options.get("override")), map(options.get("default_values_hash")));
    return fallback == null ? request : request.withDefault(fallback);
  }

  private static LookupRequest.@Nullable Check check(@Nullable Object type) {
    return type instanceof PuppetType expected
        ? (subject, value) -> TypeAsserter.assertInstanceOf(subject, expected, value)
        : null;
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Object orUndef(@Nullable Object value) {
    return value == null ? Undef.UNDEF : value;
  }
}
