// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.function.DeclaredReturn;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.syntax.AttributeOperation;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.type.PuppetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree walker: one for each compile. */
public interface Evaluator {

  /**
   * Evaluates an expression of the text that the scope is in.
   *
   * @param expression any node
   * @param scope the scope
   * @return a value of the language
   * @throws EvaluationException positioned
   * @throws Jump when a next, return or break leaves the expression
   */
  Object evaluate(Expression expression, Scope scope);

  /**
   * Evaluates the body of a class or define: {@code next} and {@code return} end it.
   *
   * @throws EvaluationException positioned
   */
  Object evaluateBody(Expression body, Scope scope);

  /**
   * Evaluates the body of a node, which nothing ends early.
   *
   * @throws EvaluationException positioned
   */
  Object evaluateNode(Expression body, Scope scope);

  /**
   * Evaluates a whole manifest: {@code next} and {@code return} end it, {@code break} is an error.
   *
   * @throws EvaluationException positioned
   */
  Object evaluateProgram(Program program, Scope scope);

  /**
   * Evaluates attribute operations, splats included, in the order of the text. Parameters that
   * occur twice are kept.
   */
  List<ResourceParameter> evaluateOperations(List<AttributeOperation> operations, Scope scope);

  /**
   * A lambda bound to a scope. To run a template's lambda, enter its text first.
   *
   * @param lambda a lambda of the text that the scope is in
   * @param scope where it sees variables
   */
  PuppetLambda lambda(LambdaExpression lambda, Scope scope);

  /**
   * Reads a type that data names; the environment's own types are known.
   *
   * @throws EvaluationException with Puppet's words when it is none
   * @throws io.bunraku.compiler.syntax.SyntaxException when it is not in the language
   */
  PuppetType parseType(String text, Scope scope);

  /**
   * Calls a function by name.
   *
   * @param name full name, case as written
   * @param arguments values of the language
   * @param block a lambda, or null
   * @param scope the calling scope
   * @param site the position of the call
   * @throws EvaluationException unpositioned when there is no such function: {@code Unknown
   *     function: 'x'.}
   */
  Object callFunction(
      String name, List<Object> arguments, @Nullable PuppetLambda block, Scope scope, Site site);

  /**
   * What a function says it returns for some arguments, without a call.
   *
   * @param name full name, case as written
   * @param arguments values of the language
   * @return null when there is no such function
   */
  @Nullable DeclaredReturn declaredReturn(
      String name, List<Object> arguments, Scope scope, Site site);
}
