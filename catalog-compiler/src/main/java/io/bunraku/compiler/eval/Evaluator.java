// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /**
   * Evaluates the body of a class or define, which {@code return()} and {@code next()} end.
   *
   * @param body the body
   * @param scope its scope, with parameters set
   */
  void evaluateBody(Expression body, Scope scope);

  /**
   * Evaluates the body of a node with the match variables that its name gives.
   *
   * @param body the body
   * @param pattern source of the regular expression that matched, or null for a plain name
   * @param name the node's name
   * @param scope the node's scope
   */
  void evaluateNodeBody(Expression body, @Nullable String pattern, String name, Scope scope);

  /**
   * Completes the parameters of a class or define: those that are absent or undef take their
   * defaults, which see the parameters before them but cannot assign.
   *
   * @param scope the new scope; its variables are not set by this
   * @param callee what errors show: {@code Class[Foo]}
   * @param parameters as declared
   * @param given values by name; names that are not declared (metaparameters) are kept, at the end
   * @return declared parameters in their order, those without any value left out
   */
  Map<String, Object> bindParameters(
      Scope scope, String callee, List<Parameter> parameters, Map<String, Object> given);

  /**
   * Makes the top scope of a compile. Facts and other variables are set by the caller.
   *
   * @param compilation the compile
   * @param owner the class main
   */
  Scope topScope(Compilation compilation, ScopeOwner owner);
}
