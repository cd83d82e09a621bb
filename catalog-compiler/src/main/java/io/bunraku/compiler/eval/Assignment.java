// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Access.VariableExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Literal.LiteralList;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Operation.AssignmentExpression;
import io.bunraku.compiler.syntax.Positioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operator {@code =}, with one variable or several on its left. */
final class Assignment {

  private final TreeEvaluator evaluator;

  Assignment(TreeEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  Object evalAssignmentExpression(AssignmentExpression o, Scope scope) {
    if (o.operator().equals("=")
        && o.left() instanceof VariableExpression variable
        && variable.expr() instanceof QualifiedName name) {
      Object value = evaluator.evaluate(o.right(), scope);
      assignName(name.value(), value, o, scope);
      return value;
    }
    Object target = lvalue(o.left(), scope);
    Object value = evaluator.evaluate(o.right(), scope);
    if (!o.operator().equals("=")) {
      throw Issues.at(
          scope,
          o,
          "UNSUPPORTED_OPERATOR",
          "The operator '" + o.operator() + "' is not supported.");
    }
    assign(target, value, o, scope);
    return value;
  }

  /** A name, a number or a list of these. */
  private Object lvalue(Expression left, Scope scope) {
    return switch (left) {
      case VariableExpression variable -> evaluator.evaluate(variable.expr(), scope);
      case LiteralList list -> {
        List<Object> names = new ArrayList<>();
        list.values().forEach(value -> names.add(lvalue(value, scope)));
        yield names;
      }
      default -> throw illegalAssignment(left, scope);
    };
  }

  private static EvaluationException illegalAssignment(Positioned node, Scope scope) {
    return Issues.at(
        scope,
        node,
        "ILLEGAL_ASSIGNMENT",
        "Illegal attempt to assign to '" + Labels.anOf(node) + "'. Not an assignable reference");
  }

  private void assign(Object target, Object value, AssignmentExpression o, Scope scope) {
    switch (target) {
      case String name -> assignName(name, value, o, scope);
      case List<?> names -> assignList(names, value, o, scope);
      case Number number ->
          throw Issues.at(
              scope,
              o.left(),
              "ILLEGAL_NUMERIC_ASSIGNMENT",
              "Illegal attempt to assign to the numeric match result variable '$"
                  + number
                  + "'. Numeric variables are not assignable");
      default -> throw illegalAssignment(o, scope);
    }
  }

  private static void assignName(String name, Object value, AssignmentExpression o, Scope scope) {
    if (name.contains("::")) {
      throw Issues.at(
          scope,
          o.left(),
          "CROSS_SCOPE_ASSIGNMENT",
          "Illegal attempt to assign to '"
              + name
              + "'. Cannot assign to variables in other namespaces");
    }
    if (name.equals("server_facts")) {
      throw reserved(name, o, scope);
    }
    if (scope.isBound(name)) {
      throw VariableNames.isReserved(name) ? reserved(name, o, scope) : reassigned(name, o, scope);
    }
    scope.setVariable(name, value);
  }

  private static EvaluationException reserved(String name, Positioned o, Scope scope) {
    return Issues.at(
        scope,
        o,
        "ILLEGAL_RESERVED_ASSIGNMENT",
        "Attempt to assign to a reserved variable name: '$" + name + "'");
  }

  private static EvaluationException reassigned(String name, Positioned o, Scope scope) {
    boolean builtIn = name.equals("name") || name.equals("title");
    return Issues.at(
        scope,
        o,
        "ILLEGAL_REASSIGNMENT",
        builtIn
            ? "Cannot reassign built in (or already assigned) variable '$" + name + "'"
            : "Cannot reassign variable '$" + name + "'");
  }

  private void assignList(List<?> names, Object values, AssignmentExpression o, Scope scope) {
    if (values instanceof Map<?, ?> map) {
      assignFromHash(names, map, o, scope);
      return;
    }
    String className = TypeLabels.classNameOf(values);
    if (className != null) {
      assignFromClass(names, className, o, scope);
      return;
    }
    List<?> list = values instanceof List<?> given ? given : List.of(values);
    if (list.size() != names.size()) {
      throw Issues.at(
          scope,
          o,
          "ILLEGAL_MULTI_ASSIGNMENT_SIZE",
          "Mismatched number of assignable entries and values, expected "
              + names.size()
              + ", got "
              + list.size());
    }
    for (int i = 0; i < list.size(); i++) {
      assign(names.get(i), list.get(i), o, scope);
    }
  }

  private void assignFromHash(
      List<?> names, Map<?, ?> values, AssignmentExpression o, Scope scope) {
    for (Object name : names) {
      Object value = values.get(name);
      if (value == null) {
        throw Issues.at(
            scope,
            o,
            "MISSING_MULTI_ASSIGNMENT_KEY",
            "No value for required key '"
                + RubyStrings.toS(name)
                + "' in assignment to variables from hash");
      }
      assign(name, value, o, scope);
    }
  }

  private void assignFromClass(
      List<?> names, String className, AssignmentExpression o, Scope scope) {
    if (!scope.compilation().catalog().isDeclared("class", className)) {
      throw Issues.at(
          scope, o.right(), "UNKNOWN_RESOURCE", "Resource not found: Class['" + className + "']");
    }
    for (int i = 0; i < names.size(); i++) {
      String qualified = className + "::" + RubyStrings.toS(names.get(i));
      Object value = scope.lookupVariable(qualified);
      if (value == null) {
        throw Issues.at(
            scope,
            o.left() instanceof LiteralList list ? list.values().get(i) : o.left(),
            "MISSING_MULTI_ASSIGNMENT_VARIABLE",
            "No value for required variable '$"
                + qualified
                + "' in assignment to variables from class reference");
      }
      assign(names.get(i), value, o, scope);
    }
  }
}
