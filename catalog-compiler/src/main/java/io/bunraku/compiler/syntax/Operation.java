// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * Unary and binary operators. The offset is that of the operator, as in Puppet, where Puppet has it
 * so.
 */
public sealed interface Operation extends Expression {

  /** Operators of {@link ArithmeticExpression}. */
  enum ArithmeticOperator {
    PLUS("+"),
    MINUS("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%"),
    SHIFT_LEFT("<<"),
    SHIFT_RIGHT(">>");

    private final String symbol;

    ArithmeticOperator(String symbol) {
      this.symbol = symbol;
    }

    /** Returns the operator as written in the language. */
    public String symbol() {
      return symbol;
    }
  }

  /** Operators of {@link ComparisonExpression}. */
  enum ComparisonOperator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    GREATER(">"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    ComparisonOperator(String symbol) {
      this.symbol = symbol;
    }

    /** Returns the operator as written in the language. */
    public String symbol() {
      return symbol;
    }
  }

  /** Operators of {@link RelationshipExpression}. */
  enum RelationshipOperator {
    BEFORE("->"),
    NOTIFY("~>"),
    REQUIRE("<-"),
    SUBSCRIBE("<~");

    private final String symbol;

    RelationshipOperator(String symbol) {
      this.symbol = symbol;
    }

    /** Returns the operator as written in the language. */
    public String symbol() {
      return symbol;
    }
  }

  /** {@code (expr)}. */
  record ParenthesizedExpression(Expression expr, int offset, int length) implements Operation {}

  /** {@code !expr}. */
  record NotExpression(Expression expr, int offset, int length) implements Operation {}

  /** {@code -expr}. */
  record UnaryMinusExpression(Expression expr, int offset, int length) implements Operation {}

  /** {@code *expr}. */
  record UnfoldExpression(Expression expr, int offset, int length) implements Operation {}

  /** {@code =}, {@code +=} or {@code -=}. */
  record AssignmentExpression(
      String operator, Expression left, Expression right, int offset, int length)
      implements Operation {}

  /** {@code + - * / % << >>}. */
  record ArithmeticExpression(
      ArithmeticOperator operator, Expression left, Expression right, int offset, int length)
      implements Operation {}

  /** {@code == != < > <= >=}. */
  record ComparisonExpression(
      ComparisonOperator operator, Expression left, Expression right, int offset, int length)
      implements Operation {}

  /** {@code =~} or, negated, {@code !~}. */
  record MatchExpression(boolean negated, Expression left, Expression right, int offset, int length)
      implements Operation {}

  /** {@code left in right}. */
  record InExpression(Expression left, Expression right, int offset, int length)
      implements Operation {}

  /** {@code left and right}. */
  record AndExpression(Expression left, Expression right, int offset, int length)
      implements Operation {}

  /** {@code left or right}. */
  record OrExpression(Expression left, Expression right, int offset, int length)
      implements Operation {}

  /** {@code -> ~> <- <~}. */
  record RelationshipExpression(
      RelationshipOperator operator, Expression left, Expression right, int offset, int length)
      implements Operation {}
}
