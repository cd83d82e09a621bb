// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Access.VariableExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.value.Undef;

/** Reading of variables, and what happens when there is none of that name. */
final class Variables {

  private final TreeEvaluator evaluator;

  Variables(TreeEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  Object evalVariableExpression(VariableExpression o, Scope scope) {
    Expression expr = o.expr();
    if (expr instanceof QualifiedName name) {
      return value(name.value(), o, scope);
    }
    return switch (evaluator.evaluate(expr, scope)) {
      case Long number -> scope.lookupMatch((int) Math.min(number, Integer.MAX_VALUE));
      case String name -> value(name, o, scope);
      default ->
          throw Issues.at(
              scope,
              expr,
              "ILLEGAL_VARIABLE_EXPRESSION",
              "Illegal variable expression. "
                  + Labels.upperAnOf(expr)
                  + " did not produce a variable name (String or Numeric).");
    };
  }

  /** The value of a variable; undef for an unknown one, if the compile goes on after it. */
  static Object value(String name, Positioned o, Scope scope) {
    Object value = scope.lookupVariable(name);
    return value != null ? value : unknown(name, o, scope);
  }

  private static Object unknown(String name, Positioned o, Scope scope) {
    if (VariableNames.isBuiltIn(name)) {
      return Undef.UNDEF;
    }
    String message = "Unknown variable: '" + name + "'.";
    if (scope.compilation().request().options().strictVariables()) {
      throw Issues.at(scope, o, "UNKNOWN_VARIABLE", message);
    }
    Issues.strict(scope, o, "UNKNOWN_VARIABLE", message);
    return Undef.UNDEF;
  }
}
