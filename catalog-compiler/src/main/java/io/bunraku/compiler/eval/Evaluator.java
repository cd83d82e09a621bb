// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Expression;

/** The tree walker. */
public interface Evaluator {

  /**
   * Evaluates an expression.
   *
   * @param expression any node
   * @param scope the frame
   * @return a value of the language
   * @throws EvaluationException positioned
   */
  Object evaluate(Expression expression, Scope scope);
}
