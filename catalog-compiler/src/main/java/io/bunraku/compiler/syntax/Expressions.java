// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Access.NamedAccessExpression;
import io.bunraku.compiler.syntax.Call.CallMethodExpression;
import io.bunraku.compiler.syntax.Call.CallNamedFunctionExpression;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.CatalogExpression.CollectExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ExportedQuery;
import io.bunraku.compiler.syntax.CatalogExpression.VirtualQuery;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Operation.AndExpression;
import io.bunraku.compiler.syntax.Operation.ArithmeticExpression;
import io.bunraku.compiler.syntax.Operation.ArithmeticOperator;
import io.bunraku.compiler.syntax.Operation.ComparisonExpression;
import io.bunraku.compiler.syntax.Operation.ComparisonOperator;
import io.bunraku.compiler.syntax.Operation.InExpression;
import io.bunraku.compiler.syntax.Operation.MatchExpression;
import io.bunraku.compiler.syntax.Operation.NotExpression;
import io.bunraku.compiler.syntax.Operation.OrExpression;
import io.bunraku.compiler.syntax.Operation.UnaryMinusExpression;
import io.bunraku.compiler.syntax.Operation.UnfoldExpression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Operators, and what follows an operand: calls, access, collectors. */
final class Expressions {

  private static final int OR = 1;
  private static final int AND = 2;
  private static final int SELECT = 3;
  private static final int COMPARE = 4;
  private static final int EQUAL = 5;
  private static final int SHIFT = 6;
  private static final int ADD = 7;
  private static final int MULTIPLY = 8;
  private static final int MATCH = 9;
  private static final int IN = 10;
  private static final int NEGATE = 11;
  private static final int UNFOLD = 12;
  private static final int NOT = 13;

  private final Grammar grammar;
  private final Cursor cursor;

  Expressions(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression expression() {
    return expression(OR);
  }

  private Expression expression(int weakest) {
    cursor.enter();
    int outer = cursor.beginTree();
    Expression result = expressionFrom(operand(), weakest);
    cursor.endTree(outer);
    cursor.leave();
    return result;
  }

  /** Goes on from an operand that was parsed already. */
  Expression expressionFrom(Expression operand) {
    return expressionFrom(operand, OR);
  }

  private Expression expressionFrom(Expression operand, int weakest) {
    Expression left = operand;
    Expression next = goOn(left, weakest);
    while (next != null) {
      cursor.grow();
      left = next;
      next = goOn(left, weakest);
    }
    cursor.grow();
    return left;
  }

  private Expression operand() {
    return switch (cursor.peek()) {
      case NOT -> {
        int token = cursor.take();
        yield new NotExpression(expression(NOT), cursor.offset(token), cursor.length(token));
      }
      case MINUS -> {
        int token = cursor.take();
        yield new UnaryMinusExpression(
            expression(NEGATE), cursor.offset(token), cursor.length(token));
      }
      case TIMES -> {
        int token = cursor.take();
        yield new UnfoldExpression(expression(UNFOLD), cursor.offset(token), cursor.length(token));
      }
      default -> grammar.primaries.primary();
    };
  }

  /** Returns what the operand becomes with what follows it, or null when nothing belongs to it. */
  private @Nullable Expression goOn(Expression left, int weakest) {
    TokenType type = cursor.peek();
    return switch (type) {
      case LPAREN -> call(left);
      case LBRACK -> access(left);
      case DOT -> method(left);
      case LCOLLECT, LLCOLLECT -> collect(left);
      case QMARK -> SELECT >= weakest ? grammar.conditionals.select(left) : null;
      default -> {
        int strength = strength(type);
        yield strength >= weakest ? operation(left, type, strength) : null;
      }
    };
  }

  private static int strength(TokenType type) {
    return switch (type) {
      case OR -> OR;
      case AND -> AND;
      case GREATEREQUAL, GREATERTHAN, LESSEQUAL, LESSTHAN -> COMPARE;
      case ISEQUAL, NOTEQUAL -> EQUAL;
      case LSHIFT, RSHIFT -> SHIFT;
      case PLUS, MINUS -> ADD;
      case TIMES, DIV, MODULO -> MULTIPLY;
      case MATCH, NOMATCH -> MATCH;
      case IN -> IN;
      default -> 0;
    };
  }

  private Expression operation(Expression left, TokenType type, int strength) {
    int token = cursor.take();
    Expression right = expression(strength + 1);
    int offset = cursor.offset(token);
    int length = cursor.length(token);
    return switch (type) {
      case OR -> new OrExpression(left, right, offset, length);
      case AND -> new AndExpression(left, right, offset, length);
      case IN -> new InExpression(left, right, offset, length);
      case MATCH -> new MatchExpression(false, left, right, offset, length);
      case NOMATCH -> new MatchExpression(true, left, right, offset, length);
      default -> {
        ComparisonOperator comparison = comparison(type);
        yield comparison != null
            ? new ComparisonExpression(comparison, left, right, offset, length)
            : new ArithmeticExpression(arithmetic(type), left, right, offset, length);
      }
    };
  }

  private static @Nullable ComparisonOperator comparison(TokenType type) {
    return switch (type) {
      case ISEQUAL -> ComparisonOperator.EQUAL;
      case NOTEQUAL -> ComparisonOperator.NOT_EQUAL;
      case LESSTHAN -> ComparisonOperator.LESS;
      case GREATERTHAN -> ComparisonOperator.GREATER;
      case LESSEQUAL -> ComparisonOperator.LESS_OR_EQUAL;
      case GREATEREQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
      default -> null;
    };
  }

  private static ArithmeticOperator arithmetic(TokenType type) {
    return switch (type) {
      case PLUS -> ArithmeticOperator.PLUS;
      case MINUS -> ArithmeticOperator.MINUS;
      case TIMES -> ArithmeticOperator.MULTIPLY;
      case DIV -> ArithmeticOperator.DIVIDE;
      case MODULO -> ArithmeticOperator.MODULO;
      case LSHIFT -> ArithmeticOperator.SHIFT_LEFT;
      case RSHIFT -> ArithmeticOperator.SHIFT_RIGHT;
      default -> throw new IllegalStateException("no operator: " + type);
    };
  }

  private Expression call(Expression functor) {
    cursor.take();
    List<Expression> arguments = grammar.collections.callArguments(true);
    int close = cursor.expect(TokenType.RPAREN);
    LambdaExpression lambda = optionalLambda();
    int end = lambda == null ? cursor.end(close) : Statements.end(lambda);
    int start = functor.offset();
    return new CallNamedFunctionExpression(true, functor, arguments, lambda, start, end - start);
  }

  private @Nullable LambdaExpression optionalLambda() {
    return cursor.at(TokenType.PIPE) ? grammar.parameters.lambda() : null;
  }

  private Expression access(Expression left) {
    cursor.take();
    List<Expression> keys = grammar.collections.accessKeys(true);
    int close = cursor.expect(TokenType.RBRACK);
    return new AccessExpression(left, keys, left.offset(), cursor.end(close) - left.offset());
  }

  private Expression method(Expression left) {
    int dot = cursor.take();
    if (!cursor.at(TokenType.NAME) && !cursor.at(TokenType.TYPE)) {
      throw cursor.unexpected();
    }
    int name = cursor.take();
    int offset = cursor.offset(dot);
    int length = cursor.end(name) - offset;
    QualifiedName function = new QualifiedName(cursor.value(name), offset, 0);
    NamedAccessExpression functor = new NamedAccessExpression(left, function, offset, length);
    if (!cursor.at(TokenType.LPAREN)) {
      return new CallMethodExpression(true, functor, List.of(), optionalLambda(), offset, length);
    }
    int open = cursor.take();
    List<Expression> arguments = grammar.collections.callArguments(false);
    int close = cursor.expect(TokenType.RPAREN);
    // Puppet forgets the end when there are no arguments
    int end = arguments.isEmpty() ? cursor.end(open) : cursor.end(close);
    int start = cursor.offset(open);
    return new CallMethodExpression(true, functor, arguments, optionalLambda(), start, end - start);
  }

  private Expression collect(Expression type) {
    CatalogExpression query = query();
    int start = type.offset();
    if (!cursor.accept(TokenType.LBRACE)) {
      return new CollectExpression(type, query, List.of(), start, Statements.end(query) - start);
    }
    List<AttributeOperation> operations = grammar.resources.attributeOperations();
    cursor.accept(TokenType.COMMA);
    int close = cursor.expect(TokenType.RBRACE);
    return new CollectExpression(type, query, operations, start, cursor.end(close) - start);
  }

  private CatalogExpression query() {
    boolean exported = cursor.at(TokenType.LLCOLLECT);
    TokenType closer = exported ? TokenType.RRCOLLECT : TokenType.RCOLLECT;
    int start = cursor.offset(cursor.take());
    Expression condition = cursor.at(closer) ? null : expression();
    int length = cursor.end(cursor.expect(closer)) - start;
    return exported
        ? new ExportedQuery(condition, start, length)
        : new VirtualQuery(condition, start, length);
  }
}
