// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.DeclaredReturn;
import io.bunraku.compiler.function.MethodReceiver;
import io.bunraku.compiler.function.PuppetFunction;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.loader.Loaded;
import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Access.NamedAccessExpression;
import io.bunraku.compiler.syntax.Call;
import io.bunraku.compiler.syntax.Call.CallMethodExpression;
import io.bunraku.compiler.syntax.Call.CallNamedFunctionExpression;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.Text.RenderStringExpression;
import io.bunraku.compiler.type.ObjectMember;
import io.bunraku.compiler.type.PuppetObject;
import io.bunraku.compiler.value.Uri;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Calls of functions and methods, and the lambdas that go with them. */
final class Calls {

  private final TreeEvaluator evaluator;
  private final Bindings bindings;
  private final Budget budget;

  Calls(TreeEvaluator evaluator, Bindings bindings, Budget budget) {
    this.evaluator = evaluator;
    this.bindings = bindings;
    this.budget = budget;
  }

  Object evalCallNamedFunctionExpression(CallNamedFunctionExpression o, Scope scope) {
    Expression functor = o.functor();
    if (functor instanceof QualifiedName name) {
      return call(name.value(), evaluator.unfold(o.arguments(), scope), o.lambda(), o, scope);
    }
    if (isTypeReference(functor)) {
      List<Object> arguments = new ArrayList<>(o.arguments().size() + 1);
      arguments.add(evaluator.evaluate(functor, scope));
      evaluator.unfold(arguments, o.arguments(), scope);
      return call("new", arguments, o.lambda(), o, scope);
    }
    if (functor instanceof RenderStringExpression) {
      throw Issues.at(
          scope,
          o,
          "ILLEGAL_EPP_PARAMETERS",
          "Ambiguous EPP parameter expression. Probably missing '<%-' before parameters to remove"
              + " leading whitespace");
    }
    throw illegalExpression(functor, "function name", o, scope);
  }

  private static boolean isTypeReference(Expression functor) {
    return functor instanceof QualifiedReference
        || (functor instanceof AccessExpression access
            && access.left() instanceof QualifiedReference);
  }

  private static EvaluationException illegalExpression(
      Expression functor, String feature, Call container, Scope scope) {
    return Issues.at(
        scope,
        functor,
        "ILLEGAL_EXPRESSION",
        "Illegal expression. "
            + Labels.upperAnOf(functor)
            + " is unacceptable as "
            + feature
            + " in "
            + Labels.anOf(container));
  }

  Object evalCallMethodExpression(CallMethodExpression o, Scope scope) {
    if (!(o.functor() instanceof NamedAccessExpression functor)) {
      throw illegalExpression(o.functor(), "function accessor", o, scope);
    }
    List<Object> arguments = new ArrayList<>(o.arguments().size() + 1);
    evaluator.unfold(arguments, List.of(functor.left()), scope);
    if (!(functor.right() instanceof QualifiedName name)) {
      throw illegalExpression(functor, "function name", o, scope);
    }
    if (!arguments.isEmpty()) {
      Object uriPart = arguments.get(0) instanceof Uri uri ? uri.member(name.value()) : null;
      if (uriPart != null) {
        return uriPart;
      }
      PuppetObject object = Members.object(arguments.get(0));
      ObjectMember member = object == null ? null : object.type().member(name.value());
      if (object != null && member != null) {
        List<Object> given = evaluator.unfold(o.arguments(), scope);
        PuppetLambda block = o.lambda() == null ? null : lambda(o.lambda(), scope);
        return Members.invoke(object, member, given, block);
      }
    }
    evaluator.unfold(arguments, o.arguments(), scope);
    if (!arguments.isEmpty()
        && arguments.get(0) instanceof MethodReceiver receiver
        && receiver.hasMethod(name.value())) {
      PuppetLambda block = o.lambda() == null ? null : lambda(o.lambda(), scope);
      return receiver.callMethod(name.value(), arguments.subList(1, arguments.size()), block);
    }
    return call(name.value(), arguments, o.lambda(), o, scope);
  }

  private Object call(
      String name, List<Object> arguments, @Nullable LambdaExpression lambda, Call o, Scope scope) {
    PuppetFunction function = find(name, scope);
    if (function == null) {
      throw Issues.at(scope, o, "UNKNOWN_FUNCTION", "Unknown function: '" + name + "'.");
    }
    PuppetLambda block = lambda == null ? null : lambda(lambda, scope);
    return invoke(function, arguments, block, scope, scope.source(), o.offset());
  }

  Object callFunction(
      String name, List<Object> arguments, @Nullable PuppetLambda block, Scope scope, Site site) {
    PuppetFunction function = find(name, scope);
    if (function == null) {
      throw new EvaluationException("Unknown function: '" + name + "'.", "UNKNOWN_FUNCTION", null);
    }
    return invoke(function, arguments, block, scope, site.source(), site.offset());
  }

  @Nullable DeclaredReturn declaredReturn(
      String name, List<Object> arguments, Scope scope, Site site) {
    PuppetFunction function = find(name, scope);
    return function == null
        ? null
        : function.declaredReturn(
            new CallSite(evaluator, scope, site.source(), site.offset()), arguments);
  }

  private Object invoke(
      PuppetFunction function,
      List<Object> arguments,
      @Nullable PuppetLambda block,
      Scope scope,
      Source source,
      int offset) {
    budget.enter();
    try {
      return function.call(new CallSite(evaluator, scope, source, offset), arguments, block);
    } finally {
      budget.leave();
    }
  }

  /** Core functions come first, then those of the environment, then those in Ruby. */
  @Nullable PuppetFunction find(String name, Scope scope) {
    Compilation compilation = scope.compilation();
    PuppetFunction function =
        bindings.function(
            name,
            fullName -> {
              PuppetFunction core = compilation.functions().find(fullName);
              return core != null ? core : findInEnvironment(fullName, compilation);
            });
    return function != null ? function : compilation.ports().ruby().function(relative(name));
  }

  private static String relative(String name) {
    return (name.startsWith("::") ? name.substring(2) : name).toLowerCase(Locale.ROOT);
  }

  private static @Nullable PuppetFunction findInEnvironment(
      String fullName, Compilation compilation) {
    Loaded<FunctionDefinition> loaded = compilation.loader().function(fullName);
    return loaded == null ? null : new PuppetLanguageFunction(loaded.definition(), loaded.source());
  }

  PuppetLambda lambda(LambdaExpression lambda, Scope scope) {
    Signature signature = evaluator.signatures().of(lambda, scope);
    return new Closure(evaluator, budget, lambda, signature, scope);
  }
}
