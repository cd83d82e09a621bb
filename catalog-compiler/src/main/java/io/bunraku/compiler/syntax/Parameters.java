// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Call.LambdaExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters, their types, and lambdas. */
final class Parameters {

  private final Grammar grammar;
  private final Cursor cursor;

  Parameters(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Returns the parameters of a definition, none if there are no parentheses. */
  List<Parameter> optionalList() {
    if (!cursor.at(TokenType.LPAREN) && !cursor.at(TokenType.WSLPAREN)) {
      return List.of();
    }
    cursor.take();
    return upTo(TokenType.RPAREN);
  }

  /** Returns parameters and moves behind the token that ends them. */
  List<Parameter> upTo(TokenType closer) {
    List<Parameter> parameters = new ArrayList<>();
    while (!cursor.at(closer)) {
      parameters.add(parameter());
      if (!cursor.accept(TokenType.COMMA)) {
        break;
      }
    }
    cursor.expect(closer);
    return parameters;
  }

  private Parameter parameter() {
    Expression type = cursor.at(TokenType.CLASSREF) ? type() : null;
    boolean capturesRest = cursor.accept(TokenType.TIMES);
    int variable = cursor.expect(TokenType.VARIABLE);
    Expression value = cursor.accept(TokenType.EQUALS) ? grammar.expressions.expression() : null;
    return new Parameter(
        cursor.value(variable),
        value,
        type,
        capturesRest,
        cursor.offset(variable),
        cursor.length(variable));
  }

  /** Returns a type with or without what specializes it. */
  Expression type() {
    Expression type = grammar.primaries.reference();
    if (!cursor.accept(TokenType.LBRACK)) {
      return type;
    }
    List<Expression> keys = grammar.collections.accessKeys(false);
    int end = cursor.end(cursor.expect(TokenType.RBRACK));
    return new AccessExpression(type, keys, type.offset(), end - type.offset());
  }

  @Nullable Expression optionalReturnType() {
    return cursor.accept(TokenType.RSHIFT) ? type() : null;
  }

  LambdaExpression lambda() {
    int start = cursor.offset(cursor.expect(TokenType.PIPE));
    List<Parameter> parameters = upTo(TokenType.PIPE);
    Expression returnType = optionalReturnType();
    cursor.expect(TokenType.LBRACE);
    List<Expression> statements = grammar.statements.optionalStatements(TokenType.RBRACE);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    Expression body = Statements.body(statements, start);
    return new LambdaExpression(parameters, body, returnType, start, end - start);
  }
}
