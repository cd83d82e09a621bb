// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.type.CallableType;
import io.bunraku.compiler.type.IntegerType;
import io.bunraku.compiler.type.MismatchDescriber;
import io.bunraku.compiler.type.OptionalType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.Signature;
import io.bunraku.compiler.type.TupleType;
import io.bunraku.compiler.type.TypeAliasType;
import io.bunraku.compiler.type.TypeParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All ways to call a function, for the message when none of them fits. */
final class FunctionSignatures {

  private final List<Signature> signatures = new ArrayList<>();

  void add(Params params, List<PuppetType> types, @Nullable PuppetType block) {
    long minimum = params.minimum();
    Long maximum = params.maximum() == Integer.MAX_VALUE ? null : (Long) (long) params.maximum();
    boolean fixed = minimum > 0 && maximum != null && maximum == minimum;
    TupleType parameters = new TupleType(types, fixed ? null : new IntegerType(minimum, maximum));
    PuppetType blockType =
        block != null && params.isBlockOptional() ? new OptionalType(block) : block;
    List<String> names = params.list().stream().map(Params.Param::name).toList();
    signatures.add(
        new Signature(new CallableType(parameters, blockType, null), names, params.blockName()));
  }

  EvaluationException mismatch(
      String function, List<Object> arguments, @Nullable PuppetLambda lambda) {
    return new EvaluationException(
        MismatchDescriber.describeSignatures(
            function, signatures, arguments, lambda == null ? null : lambda.puppetType()));
  }

  /** Resolves a type that may use some named ones, and those themselves. */
  static PuppetType parse(String text, Map<String, String> named) {
    if (named.isEmpty()) {
      return TypeParser.parseBuiltin(text);
    }
    Map<String, TypeAliasType> aliases = new HashMap<>();
    TypeParser parser = new TypeParser(aliases::get);
    Object lock = new Object();
    named.forEach((name, type) ->
        aliases.put(
            name.toLowerCase(Locale.ROOT),
            new TypeAliasType(name, () -> parser.parse(type), lock)));
    return parser.parse(text);
  }
}
