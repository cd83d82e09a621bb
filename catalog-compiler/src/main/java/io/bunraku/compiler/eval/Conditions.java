// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.CaseOption;
import io.bunraku.compiler.syntax.Control.CaseExpression;
import io.bunraku.compiler.syntax.Control.IfExpression;
import io.bunraku.compiler.syntax.Control.SelectorExpression;
import io.bunraku.compiler.syntax.Control.UnlessExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Operation.ParenthesizedExpression;
import io.bunraku.compiler.syntax.Operation.UnfoldExpression;
import io.bunraku.compiler.syntax.SelectorEntry;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Choices: what their test matched is forgotten after them. */
final class Conditions {

  private final TreeEvaluator evaluator;

  Conditions(TreeEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  Object evalIfExpression(IfExpression o, Scope scope) {
    Frame before = scope.frame();
    try {
      boolean test = Values.isTrue(evaluator.evaluate(o.test(), scope));
      return evaluator.evaluate(test ? o.thenExpr() : o.elseExpr(), scope);
    } finally {
      scope.push(before);
    }
  }

  Object evalUnlessExpression(UnlessExpression o, Scope scope) {
    Frame before = scope.frame();
    try {
      boolean test = Values.isTrue(evaluator.evaluate(o.test(), scope));
      return evaluator.evaluate(test ? o.elseExpr() : o.thenExpr(), scope);
    } finally {
      scope.push(before);
    }
  }

  Object evalCaseExpression(CaseExpression o, Scope scope) {
    Frame before = scope.frame();
    try {
      Object test = evaluator.evaluate(o.test(), scope);
      Expression theDefault = null;
      for (CaseOption option : o.options()) {
        for (Expression value : option.values()) {
          Expression candidate = unwindParentheses(value);
          if (candidate instanceof LiteralDefault) {
            theDefault = option.thenExpr();
          } else if (isMatch(test, candidate, scope)) {
            return evaluator.evaluate(option.thenExpr(), scope);
          }
        }
      }
      return theDefault == null ? Undef.UNDEF : evaluator.evaluate(theDefault, scope);
    } finally {
      scope.push(before);
    }
  }

  Object evalSelectorExpression(SelectorExpression o, Scope scope) {
    Frame before = scope.frame();
    try {
      Object test = evaluator.evaluate(o.left(), scope);
      Expression selected = select(o.selectors(), test, scope);
      if (selected == null) {
        throw Issues.at(
            scope,
            o.left(),
            "UNMATCHED_SELECTOR",
            "No matching entry for selector parameter with value '" + RubyStrings.toS(test) + "'");
      }
      return evaluator.evaluate(selected, scope);
    } finally {
      scope.push(before);
    }
  }

  private @Nullable Expression select(List<SelectorEntry> entries, Object test, Scope scope) {
    Expression theDefault = null;
    for (SelectorEntry entry : entries) {
      Expression candidate = unwindParentheses(entry.matching());
      if (candidate instanceof LiteralDefault) {
        theDefault = entry.value();
      } else if (isMatch(test, candidate, scope)) {
        return entry.value();
      }
    }
    return theDefault;
  }

  private boolean isMatch(Object test, Expression candidate, Scope scope) {
    Object option = evaluator.evaluate(candidate, scope);
    if (!(candidate instanceof UnfoldExpression)) {
      return CompareOperator.match(test, option, scope);
    }
    for (Object element : (List<?>) option) {
      if (CompareOperator.match(test, element, scope)) {
        return true;
      }
    }
    return false;
  }

  static Expression unwindParentheses(Expression expression) {
    Expression inner = expression;
    while (inner instanceof ParenthesizedExpression parenthesized) {
      inner = parenthesized.expr();
    }
    return inner;
  }
}
