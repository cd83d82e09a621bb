// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.type.InitType;
import io.bunraku.compiler.type.MismatchDescriber;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeAsserter;
import io.bunraku.compiler.type.TypeConversion;
import io.bunraku.compiler.type.TypeInference;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions on types. */
final class TypeFunctions {

  private TypeFunctions() {}

  static void register(Registry functions) {
    defineType(functions);
    defineAssertType(functions);
    functions.define(
        "new",
        f ->
            f.when(
                Params.of("Type type").repeated("Any args").optionalBlock(),
                (call, arguments, block) -> newInstance(arguments, block)));
    functions.define(
        "convert_to",
        f ->
            f.when(
                Params.of("Any value", "Type type")
                    .repeated("Any args")
                    .optionalBlock("Callable[1,1]"),
                (call, arguments, block) -> convertTo(call, arguments, block)));
    defineAnnotate(functions);
  }

  private static void defineType(Registry functions) {
    functions.define(
        "type",
        f ->
            f.when(
                    Params.of("Any value").optional("Enum[detailed] inference_method"),
                    (call, arguments, block) -> TypeInference.inferSet(arguments.get(0)))
                .when(
                    Params.of("Any value", "Enum[reduced] inference_method"),
                    (call, arguments, block) -> TypeInference.infer(arguments.get(0)))
                .when(
                    Params.of("Any value", "Enum[generalized] inference_method"),
                    (call, arguments, block) -> TypeInference.inferGeneric(arguments.get(0))));
  }

  private static void defineAssertType(Registry functions) {
    functions.define(
        "assert_type",
        f ->
            f.when(
                    Params.of("Type type", "Any value").optionalBlock("Callable[Type, Type]"),
                    (call, arguments, block) ->
                        assertType((PuppetType) arguments.get(0), arguments.get(1), block))
                .when(
                    Params.of("String type_string", "Any value")
                        .optionalBlock("Callable[Type, Type]"),
                    (call, arguments, block) ->
                        assertType(
                            call.parseType((String) arguments.get(0)), arguments.get(1), block)));
  }

  private static Object assertType(PuppetType type, Object value, @Nullable PuppetLambda block) {
    if (type.isInstance(value)) {
      return value;
    }
    PuppetType actual = TypeInference.inferSet(value);
    if (block != null) {
      return block.call(List.of(type, actual));
    }
    throw new EvaluationException(
        MismatchDescriber.describeMismatch("assert_type():", type, actual));
  }

  private static Object newInstance(List<Object> arguments, @Nullable PuppetLambda block) {
    PuppetType type = (PuppetType) arguments.get(0);
    List<Object> values = arguments.subList(1, arguments.size());
    if (values.size() == 1 && !(type instanceof InitType) && type.isInstance(values.get(0))) {
      return values.get(0);
    }
    Object made = TypeConversion.newInstance(type, values);
    TypeAsserter.assertInstanceOf("Converted value from " + type + ".new()", type, made);
    return block == null ? made : block.call(List.of(made));
  }

  private static Object convertTo(
      CallContext call, List<Object> arguments, @Nullable PuppetLambda block) {
    List<Object> reordered = new ArrayList<>(arguments);
    reordered.set(0, arguments.get(1));
    reordered.set(1, arguments.get(0));
    Object made = call.callFunction("new", reordered, null);
    return block == null ? made : block.call(List.of(made));
  }

  /**
   * Annotations are Ruby objects of Puppet itself; the language cannot make any, so none is found.
   */
  private static void defineAnnotate(Registry functions) {
    functions.define(
        "annotate",
        f ->
            f.when(
                    Params.of("Type[Annotation] type", "Any value").optionalBlock("Callable[0, 0]"),
                    (call, arguments, block) ->
                        block == null ? Undef.UNDEF : made(block.call(List.of())))
                .when(
                    Params.of(
                        "Type[Annotation] type",
                        "Any value",
                        "Variant[Enum[clear],Hash[Pcore::MemberName,Any]] annotation_hash"),
                    (call, arguments, block) ->
                        arguments.get(2) instanceof String ? Undef.UNDEF : made(arguments.get(2)))
                .when(
                    Params.of(
                        "Type[Pcore] type",
                        "Any value",
                        "Hash[Type[Annotation], Hash[Pcore::MemberName,Any]] annotations"),
                    (call, arguments, block) ->
                        ((Map<?, ?>) arguments.get(2)).isEmpty()
                            ? arguments.get(1)
                            : made(arguments.get(2))));
  }

  private static Object made(Object hash) {
    throw new EvaluationException(
        hash instanceof Undef
            ? "annotate(): there are no annotations in this master"
            : "undefined method `from_hash' for Puppet::Pops::Types::Annotation:Class");
  }
}
