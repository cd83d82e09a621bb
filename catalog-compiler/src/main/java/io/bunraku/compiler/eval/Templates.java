// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Text.EppExpression;
import io.bunraku.compiler.syntax.Text.RenderExpression;
import io.bunraku.compiler.syntax.Text.RenderStringExpression;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;

/** Rendering of EPP: text goes to the frame in which the template runs. */
final class Templates {

  private final TreeEvaluator evaluator;

  Templates(TreeEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  Object evalEppExpression(EppExpression o, Scope scope) {
    RenderedText text = new RenderedText();
    Frame before = scope.frame();
    LocalFrame frame = localFrame(scope);
    RenderedText outer = frame.rendered();
    frame.render(text);
    try {
      evaluator.evaluate(o.body(), scope);
      return text.result();
    } finally {
      frame.render(outer);
      scope.push(before);
    }
  }

  /** The frame of the template's parameters; a new one where it runs without a lambda. */
  private static LocalFrame localFrame(Scope scope) {
    if (Frame.local(scope.frame()) instanceof LocalFrame local) {
      return local;
    }
    LocalFrame local = new LocalFrame(scope.frame(), new String[0], new Object[0]);
    scope.push(local);
    return local;
  }

  Object evalRenderStringExpression(RenderStringExpression o, Scope scope) {
    target(scope).append(o.value());
    return Undef.UNDEF;
  }

  Object evalRenderExpression(RenderExpression o, Scope scope) {
    Object result = evaluator.evaluate(o.expr(), scope);
    if (result instanceof Sensitive sensitive) {
      target(scope).appendSensitive(Interpolation.string(sensitive.value()));
    } else {
      target(scope).append(Interpolation.string(result));
    }
    return Undef.UNDEF;
  }

  private static RenderedText target(Scope scope) {
    for (Frame next = scope.frame(); next != null; next = next.parent) {
      if (next instanceof LocalFrame local && local.rendered() != null) {
        return local.rendered();
      }
    }
    throw new EvaluationException("template text outside of a template");
  }
}
