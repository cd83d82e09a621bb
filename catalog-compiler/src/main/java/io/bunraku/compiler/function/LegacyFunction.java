// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of Puppet's old API (3.x): it knows a number of arguments but no types, and gets some
 * values as older ones: {@code undef} as an empty string, a regular expression as its text.
 */
final class LegacyFunction implements PuppetFunction {

  private final String name;
  private final int arity;
  private final boolean hasValue;
  private final FunctionBody body;

  /**
   * Creates the function.
   *
   * @param arity how many arguments; below zero for at least {@code -arity - 1}
   * @param hasValue whether it is an rvalue; else its result is undef
   */
  LegacyFunction(String name, int arity, boolean hasValue, FunctionBody body) {
    this.name = name;
    this.arity = arity;
    this.hasValue = hasValue;
    this.body = body;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Object call(CallContext context, List<Object> arguments, @Nullable PuppetLambda block) {
    List<Object> mapped = new ArrayList<>(arguments.size());
    for (Object argument : arguments) {
      mapped.add(LegacyArguments.convert(argument));
    }
    checkArity(mapped.size());
    Object result = body.call(context, mapped, block);
    return hasValue ? result : Undef.UNDEF;
  }

  private void checkArity(int size) {
    int minimum = arity < 0 ? -arity - 1 : arity;
    if (arity < 0 ? size < minimum : size != arity) {
      throw new EvaluationException(
          name
              + "(): Wrong number of arguments given ("
              + size
              + (arity < 0 ? " for minimum " : " for ")
              + minimum
              + ")");
    }
  }
}
