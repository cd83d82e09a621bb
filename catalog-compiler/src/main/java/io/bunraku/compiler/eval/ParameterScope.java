// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Expression;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A scope for evaluating parameters' default expressions: they see the parameters that have a value
 * already, in the order of declaration, and can assign nothing. Close it to leave the scope as it
 * was.
 */
public final class ParameterScope implements AutoCloseable {

  private final Scope scope;
  private final String calleeName;
  private final ParameterFrame frame;
  private final Scope.Mark mark;

  /**
   * Stacks the parameters upon a scope.
   *
   * @param scope where defaults are evaluated
   * @param calleeName the function, template or resource in messages
   * @param parameterNames all, in the order of declaration
   */
  public ParameterScope(Scope scope, String calleeName, Collection<String> parameterNames) {
    this.scope = scope;
    this.calleeName = calleeName;
    this.mark = scope.mark();
    this.frame = new ParameterFrame(scope.frame(), parameterNames);
    scope.push(frame);
  }

  /** Gives a parameter its value; other names become variables too. */
  public void set(String name, Object value) {
    frame.put(name, value);
  }

  /** Whether a parameter has a value already. */
  public boolean isAssigned(String name) {
    return frame.isAssigned(name);
  }

  /**
   * Evaluates a default expression, without setting the parameter.
   *
   * @throws EvaluationException unpositioned when it reads a parameter that has no value yet
   */
  public Object evaluate(String name, Expression defaultExpression) {
    Scope.Mark before = scope.mark();
    boolean readOnly = frame.setReadOnly(true);
    try {
      return scope.compilation().evaluator().evaluate(defaultExpression, scope);
    } catch (ParameterFrame.Unevaluated bad) {
      throw parameterReferenceFailure(name, bad.name());
    } finally {
      frame.setReadOnly(readOnly);
      scope.reset(before);
    }
  }

  private EvaluationException parameterReferenceFailure(String from, String to) {
    return new EvaluationException(
        frame.isBefore(to, from)
            ? calleeName + ": expects a value for parameter $" + to
            : calleeName
                + ": default expression for $"
                + from
                + " tries to illegally access not yet evaluated $"
                + to);
  }

  /** All parameters that have a value, in the order of declaration. */
  public Map<String, Object> toMap() {
    Map<String, Object> result = new LinkedHashMap<>();
    frame.addTo(result);
    return result;
  }

  @Override
  public void close() {
    scope.reset(mark);
  }
}
