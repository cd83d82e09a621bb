// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Access.VariableExpression;
import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.Children;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Literal;
import io.bunraku.compiler.syntax.Literal.LiteralList;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Operation;
import io.bunraku.compiler.syntax.Operation.AssignmentExpression;
import io.bunraku.compiler.syntax.Operation.ComparisonOperator;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.syntax.Text;

/**
 * Whether an expression may stand where it does: as a value, as what is assigned to, as a query.
 */
final class RoleChecks {

  private final Findings findings;

  RoleChecks(Findings findings) {
    this.findings = findings;
  }

  /** Reports an expression that gives no value. */
  void value(Expression node) {
    switch (node) {
      case CollectExpression n -> findings.report(Issue.NOT_RVALUE, n, capital(n));
      case Definition n -> findings.report(Issue.NOT_RVALUE, n, capital(n));
      case Operation.ParenthesizedExpression n -> value(n.expr());
      case Operation.NotExpression n -> value(n.expr());
      case Operation.UnaryMinusExpression n -> value(n.expr());
      case Operation.UnfoldExpression n -> value(n.expr());
      case Text.TextExpression n -> value(n.expr());
      case Text.RenderExpression n -> value(n.expr());
      default -> {}
    }
  }

  private static String capital(Positioned node) {
    return Labels.withCapitalArticle(node);
  }

  /** Reports what cannot be assigned to. */
  void assignable(Expression node) {
    switch (node) {
      case VariableExpression n -> assignableVariable(n);
      case AccessExpression n -> findings.report(Issue.ILLEGAL_INDEXED_ASSIGNMENT, n);
      case LiteralList n -> n.values().forEach(this::assignable);
      default -> findings.report(Issue.ILLEGAL_ASSIGNMENT, node, Labels.withArticle(node));
    }
  }

  private void assignableVariable(VariableExpression node) {
    if (!(node.expr() instanceof QualifiedName name)) {
      return;
    }
    if (Names.isNumericVariable(name.value())) {
      findings.report(Issue.ILLEGAL_NUMERIC_ASSIGNMENT, node, name.value());
    }
    if (name.value().contains("::")) {
      findings.report(Issue.CROSS_SCOPE_ASSIGNMENT, node, name.value());
    }
  }

  /** Reports assignments anywhere in the default of a parameter, but not those in lambdas. */
  void noAssignment(Positioned node) {
    if (node instanceof AssignmentExpression) {
      findings.report(Issue.ILLEGAL_ASSIGNMENT_CONTEXT, node);
    } else if (!(node instanceof io.bunraku.compiler.syntax.Call.LambdaExpression)) {
      Children.of(node, this::noAssignment);
    }
  }

  /** Reports a side of a relationship that gives no value. */
  void relationshipSide(Expression node) {
    if (!(node instanceof CollectExpression)) {
      value(node);
    }
  }

  /** Reports what a collector cannot ask for. */
  void query(Expression node) {
    switch (node) {
      case Operation.ComparisonExpression n when isEquality(n.operator()) -> {}
      case Operation.AndExpression n -> {
        query(n.left());
        query(n.right());
      }
      case Operation.OrExpression n -> {
        query(n.left());
        query(n.right());
      }
      case Operation.ParenthesizedExpression n -> query(n.expr());
      default -> {
        if (!isQueryOperand(node)) {
          findings.report(Issue.ILLEGAL_QUERY_EXPRESSION, node, capital(node));
        }
      }
    }
  }

  private static boolean isEquality(ComparisonOperator operator) {
    return operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
  }

  private static boolean isQueryOperand(Expression node) {
    return switch (node) {
      case VariableExpression n -> true;
      case QualifiedName n -> true;
      case Literal.LiteralInteger n -> true;
      case Literal.LiteralFloat n -> true;
      case Literal.LiteralString n -> true;
      case Literal.LiteralBoolean n -> true;
      case Text.RenderStringExpression n -> true;
      default -> false;
    };
  }
}
