// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.DeclaredReturn;
import io.bunraku.compiler.function.PuppetFunction;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function in Puppet language: sees the top scope, wherever it is called. */
final class PuppetLanguageFunction implements PuppetFunction {

  private final FunctionDefinition definition;
  private final Source source;
  private volatile @Nullable Signature signature;

  PuppetLanguageFunction(FunctionDefinition definition, Source source) {
    this.definition = definition;
    this.source = source;
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public Object call(CallContext context, List<Object> arguments, @Nullable PuppetLambda block) {
    TreeEvaluator evaluator = ((CallSite) context).evaluator();
    Scope scope = context.scope().topScope();
    Scope.Mark before = scope.mark();
    scope.enterGlobal(source);
    try {
      return call(evaluator, scope, arguments, block);
    } catch (Jump.Return e) {
      // as in Puppet, what return() gives is not held against the declared type
      return e.value();
    } catch (Jump.Next e) {
      return Arguments.checkReturn(name(), signature(evaluator, scope), e.value());
    } finally {
      scope.reset(before);
    }
  }

  @Override
  public DeclaredReturn declaredReturn(CallContext context, List<Object> arguments) {
    Scope scope = context.scope().topScope();
    Scope.Mark before = scope.mark();
    scope.enterGlobal(source);
    try {
      Signature known = signature(((CallSite) context).evaluator(), scope);
      return known.accepts(arguments)
          ? new DeclaredReturn(true, known.returnType())
          : DeclaredReturn.REFUSED;
    } finally {
      scope.reset(before);
    }
  }

  private Object call(
      TreeEvaluator evaluator, Scope scope, List<Object> arguments, @Nullable PuppetLambda block) {
    Signature known = signature(evaluator, scope);
    Arguments.checkCall(name(), known, arguments, block);
    Object[] values = Arguments.bind(name(), known, arguments, scope);
    scope.push(new LocalFrame(null, known.names(), values));
    return Arguments.checkReturn(name(), known, evaluator.evaluate(definition.body(), scope));
  }

  private Signature signature(TreeEvaluator evaluator, Scope scope) {
    Signature known = signature;
    if (known == null) {
      known = evaluator.signatures().of(definition, scope);
      signature = known;
    }
    return known;
  }
}
