// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Call.CallNamedFunctionExpression;
import io.bunraku.compiler.syntax.Control.BlockExpression;
import io.bunraku.compiler.syntax.Control.Nop;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Operation.AssignmentExpression;
import io.bunraku.compiler.syntax.Operation.RelationshipExpression;
import io.bunraku.compiler.syntax.Operation.RelationshipOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements, assignments and relationships. Statements need nothing between them; a name that is
 * followed by a statement is a call without parentheses.
 */
final class Statements {

  private static final Set<String> STATEMENT_CALLS =
      Set.of(
          "require", "realize", "include", "contain", "tag", "debug", "info", "notice", "warning",
          "err", "fail", "import", "break", "next", "return");

  private final Grammar grammar;
  private final Cursor cursor;

  Statements(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One statement, or what may be the arguments of a call without parentheses. */
  private record Statement(List<Expression> expressions, int firstComma) {}

  /** Returns at least one statement, calls without parentheses put together. */
  List<Expression> statements() {
    cursor.enter();
    List<Expression> statements = statementsFrom(assignment());
    cursor.leave();
    return statements;
  }

  /** Goes on from an assignment that was parsed already. */
  List<Expression> statementsFrom(Expression first) {
    List<Statement> found = new ArrayList<>();
    found.add(statementFrom(first));
    while (cursor.accept(TokenType.SEMIC) || Primaries.mayStart(cursor.peek())) {
      found.add(statementFrom(assignment()));
    }
    return transformCalls(found);
  }

  /** Returns the statements up to a closing brace, of which there may be none. */
  List<Expression> optionalStatements(TokenType closer) {
    return cursor.at(closer) ? List.of() : statements();
  }

  /** Returns a block in braces: nothing, one expression, or a block that has their position. */
  Expression block() {
    int open = cursor.expect(TokenType.LBRACE);
    if (cursor.at(TokenType.RBRACE)) {
      return new Nop(cursor.offset(cursor.take()), 0);
    }
    List<Expression> found = statements();
    int close = cursor.expect(TokenType.RBRACE);
    int start = cursor.offset(open);
    return found.size() == 1
        ? found.get(0)
        : new BlockExpression(found, start, cursor.end(close) - start);
  }

  /** Returns the only statement, or a block from the first to the last. */
  static Expression blockOrExpression(List<Expression> statements) {
    Expression first = statements.get(0);
    Expression last = statements.get(statements.size() - 1);
    return statements.size() == 1
        ? first
        : new BlockExpression(statements, first.offset(), end(last) - first.offset());
  }

  /** Returns a block even of one statement; its position is that of the definition around it. */
  static Expression body(List<Expression> statements, int offset) {
    return statements.isEmpty() ? new Nop(offset, 0) : new BlockExpression(statements, offset, 0);
  }

  static int end(Positioned node) {
    return node.offset() + node.length();
  }

  private Statement statementFrom(Expression first) {
    if (!cursor.at(TokenType.COMMA)) {
      return new Statement(List.of(first), -1);
    }
    int comma = cursor.offset(cursor.take());
    List<Expression> expressions = new ArrayList<>();
    expressions.add(first);
    expressions.add(assignment());
    while (cursor.accept(TokenType.COMMA)) {
      expressions.add(assignment());
    }
    return new Statement(expressions, comma);
  }

  private List<Expression> transformCalls(List<Statement> statements) {
    List<Expression> result = new ArrayList<>(statements.size());
    for (Statement statement : statements) {
      Expression last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last instanceof QualifiedName name && STATEMENT_CALLS.contains(name.value())) {
        result.set(result.size() - 1, statementCall(name, statement.expressions()));
      } else if (statement.firstComma() >= 0) {
        throw argumentsToNoCall(last, statement.firstComma());
      } else {
        result.add(asStatement(statement.expressions().get(0)));
      }
    }
    return result;
  }

  /** Returns the call of a function that needs no parentheses, or null for other names. */
  static @Nullable Expression statementCall(Expression name, Expression argument) {
    return name instanceof QualifiedName qualified && STATEMENT_CALLS.contains(qualified.value())
        ? statementCall(qualified, List.of(argument))
        : null;
  }

  private static Expression statementCall(QualifiedName name, List<Expression> arguments) {
    int length = end(arguments.get(arguments.size() - 1)) - name.offset();
    return new CallNamedFunctionExpression(false, name, arguments, null, name.offset(), length);
  }

  private SyntaxException argumentsToNoCall(@Nullable Expression last, int comma) {
    return cursor.error(
        comma,
        last instanceof QualifiedName name
            ? "attempt to pass argument list to the function '"
                + name.value()
                + "' which cannot be called without parentheses"
            : "illegal comma separated argument list");
  }

  private static Expression asStatement(Expression expression) {
    return expression instanceof CallNamedFunctionExpression call
        ? new CallNamedFunctionExpression(
            false, call.functor(), call.arguments(), call.lambda(), call.offset(), call.length())
        : expression;
  }

  /** Returns an assignment, which is right associative, or what is less than one. */
  Expression assignment() {
    int outer = cursor.beginTree();
    Expression result = assignmentFrom(relationshipFrom(grammar.resources.resource()));
    cursor.endTree(outer);
    return result;
  }

  /** Goes on from an expression that was parsed already. */
  Expression assignmentFromExpression(Expression expression) {
    return assignmentFrom(relationshipFrom(grammar.resources.resourceFrom(expression)));
  }

  private Expression assignmentFrom(Expression left) {
    return switch (cursor.peek()) {
      case EQUALS, APPENDS, DELETES -> {
        int operator = cursor.take();
        cursor.enter();
        Expression right = assignment();
        cursor.leave();
        cursor.grow();
        yield new AssignmentExpression(
            cursor.value(operator), left, right, cursor.offset(operator), cursor.length(operator));
      }
      default -> left;
    };
  }

  private Expression relationshipFrom(Expression first) {
    Expression left = first;
    RelationshipOperator operator = relationshipOperator(cursor.peek());
    while (operator != null) {
      int token = cursor.take();
      Expression right = grammar.resources.resource();
      cursor.grow();
      left =
          new RelationshipExpression(
              operator, left, right, cursor.offset(token), cursor.length(token));
      operator = relationshipOperator(cursor.peek());
    }
    return left;
  }

  private static @Nullable RelationshipOperator relationshipOperator(TokenType type) {
    return switch (type) {
      case IN_EDGE -> RelationshipOperator.BEFORE;
      case IN_EDGE_SUB -> RelationshipOperator.NOTIFY;
      case OUT_EDGE -> RelationshipOperator.REQUIRE;
      case OUT_EDGE_SUB -> RelationshipOperator.SUBSCRIBE;
      default -> null;
    };
  }
}
