// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.type.PuppetType;
import java.util.List;
import java.util.Map;

/** A lambda, bound to the scope where it stands ({@code closure.rb}). */
final class Closure implements PuppetLambda {

  private static final String NAME = "lambda";

  private final TreeEvaluator evaluator;
  private final Budget budget;
  private final LambdaExpression lambda;
  private final Signature signature;
  private final Scope scope;

  Closure(
      TreeEvaluator evaluator,
      Budget budget,
      LambdaExpression lambda,
      Signature signature,
      Scope scope) {
    this.evaluator = evaluator;
    this.budget = budget;
    this.lambda = lambda;
    this.signature = signature;
    this.scope = scope;
  }

  @Override
  public Object call(List<Object> arguments) {
    budget.enter();
    Frame before = scope.frame();
    try {
      Object[] values = Arguments.bind(NAME, signature, arguments, scope);
      scope.push(new LocalFrame(scope.frame(), signature.names(), values));
      return Arguments.checkReturn(NAME, signature, evaluator.evaluate(lambda.body(), scope));
    } catch (Jump.Next next) {
      return Arguments.checkReturn(NAME, signature, next.value());
    } finally {
      scope.push(before);
      budget.leave();
    }
  }

  @Override
  public Object callByName(Map<String, Object> arguments, boolean enforceParameters) {
    budget.enter();
    Frame before = scope.frame();
    try {
      Map<String, Object> bindings =
          enforceParameters ? Arguments.bindByName(NAME, signature, arguments, scope) : arguments;
      scope.pushLocal(bindings);
      Object result = evaluator.evaluate(lambda.body(), scope);
      return enforceParameters ? Arguments.checkReturn(NAME, signature, result) : result;
    } catch (Jump.Next next) {
      return next.value();
    } finally {
      scope.push(before);
      budget.leave();
    }
  }

  @Override
  public List<Parameter> parameters() {
    return signature.parameters();
  }

  @Override
  public int minimumArity() {
    return signature.minimum();
  }

  @Override
  public int maximumArity() {
    return signature.maximum();
  }

  @Override
  public PuppetType puppetType() {
    return signature.callableType();
  }
}
