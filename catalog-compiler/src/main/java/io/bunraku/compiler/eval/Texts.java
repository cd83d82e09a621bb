// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Text;
import io.bunraku.compiler.syntax.Text.ConcatenatedString;
import io.bunraku.compiler.syntax.Text.HeredocExpression;
import io.bunraku.compiler.syntax.Text.TextExpression;
import java.util.List;

/** Strings that are put together: double-quoted ones, heredocs and templates. */
final class Texts {

  private final TreeEvaluator evaluator;
  private final Budget budget;
  private final Templates templates;

  Texts(TreeEvaluator evaluator, Budget budget) {
    this.evaluator = evaluator;
    this.budget = budget;
    this.templates = new Templates(evaluator);
  }

  Object eval(Text text, Scope scope) {
    return switch (text) {
      case ConcatenatedString o -> evalConcatenatedString(o, scope);
      case TextExpression o -> evalTextExpression(o, scope);
      case HeredocExpression o -> evalHeredocExpression(o, scope);
      case Text.EppExpression o -> templates.evalEppExpression(o, scope);
      case Text.RenderStringExpression o -> templates.evalRenderStringExpression(o, scope);
      case Text.RenderExpression o -> templates.evalRenderExpression(o, scope);
    };
  }

  String evalConcatenatedString(ConcatenatedString o, Scope scope) {
    StringBuilder text = new StringBuilder();
    List<Expression> segments = o.segments();
    for (int i = 0; i < segments.size(); i++) {
      text.append(Interpolation.string(evaluator.evaluate(segments.get(i), scope)));
      budget.admit(text.length(), o, scope);
    }
    return text.toString();
  }

  String evalTextExpression(TextExpression o, Scope scope) {
    return Interpolation.string(
        o.expr() instanceof QualifiedName name
            ? Variables.value(name.value(), o, scope)
            : evaluator.evaluate(o.expr(), scope));
  }

  private Object evalHeredocExpression(HeredocExpression o, Scope scope) {
    Object result = evaluator.evaluate(o.text(), scope);
    if (!(o.text() instanceof LiteralString) && !o.syntax().isEmpty()) {
      ExternalSyntax.assertSyntax(String.valueOf(result), o, scope);
    }
    return result;
  }
}
