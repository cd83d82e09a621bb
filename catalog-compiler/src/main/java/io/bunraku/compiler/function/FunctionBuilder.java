// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.type.PuppetType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Declares a function as Puppet's function API does: dispatches, tried in order. */
public final class FunctionBuilder {

  private final String name;
  private final Map<String, String> localTypes = new LinkedHashMap<>();
  private final List<Declared> declared = new ArrayList<>();
  private @Nullable String returnType;

  private record Declared(Params params, FunctionBody body, boolean mismatch) {}

  /** Starts a function. */
  public FunctionBuilder(String name) {
    this.name = name;
  }

  /**
   * A function of the old API, which checks the number of its arguments only.
   *
   * @param arity how many arguments; below zero for at least {@code -arity - 1}
   * @param hasValue whether its result is a value; else it is undef
   */
  public static PuppetFunction legacy(String name, int arity, boolean hasValue, FunctionBody body) {
    return new LegacyFunction(name, arity, hasValue, body);
  }

  /** Names a type that the parameters below can use, also in itself. */
  public FunctionBuilder type(String alias, String type) {
    localTypes.put(alias, type);
    return this;
  }

  /** Says what all dispatches return. */
  public FunctionBuilder returns(String type) {
    returnType = type;
    return this;
  }

  /** Adds a dispatch. */
  public FunctionBuilder when(Params params, FunctionBody body) {
    declared.add(new Declared(params, body, false));
    return this;
  }

  /** Adds arguments that are refused with a message of their own; a null message prints as none. */
  public FunctionBuilder refuse(Params params, Function<List<Object>, @Nullable String> message) {
    FunctionBody body =
        (call, arguments, block) -> {
          String text = message.apply(arguments);
          throw new EvaluationException("'" + name + "' " + (text == null ? "" : text));
        };
    declared.add(new Declared(params, body, true));
    return this;
  }

  /** Resolves all types and makes the function. */
  public PuppetFunction build() {
    BiFunction<String, Map<String, String>, PuppetType> parser = FunctionSignatures::parse;
    List<Dispatch> dispatches = new ArrayList<>();
    FunctionSignatures signatures = new FunctionSignatures();
    for (Declared each : declared) {
      Params params = each.params;
      List<PuppetType> types =
          params.list().stream().map(param -> parser.apply(param.type(), localTypes)).toList();
      String blockText = params.blockType();
      PuppetType blockType = blockText == null ? null : parser.apply(blockText, localTypes);
      BlockParam block =
          blockText == null || blockType == null
              ? BlockParam.NONE
              : BlockParam.of(blockText, blockType, params.isBlockOptional());
      dispatches.add(
          new Dispatch(
              params.minimum(), params.maximum(), withoutAny(params, types), block, each.body));
      if (!each.mismatch) {
        signatures.add(params, types, blockType);
      }
    }
    DeclaredReturn returned =
        returnType == null
            ? DeclaredReturn.UNSAID
            : new DeclaredReturn(true, parser.apply(returnType, localTypes));
    return new NativeFunction(name, dispatches, signatures, returned);
  }

  private static @Nullable PuppetType[] withoutAny(Params params, List<PuppetType> types) {
    @Nullable PuppetType[] result = types.toArray(new PuppetType[0]);
    for (int i = 0; i < result.length; i++) {
      if (params.list().get(i).type().equals("Any")) {
        result[i] = null;
      }
    }
    return result;
  }
}
