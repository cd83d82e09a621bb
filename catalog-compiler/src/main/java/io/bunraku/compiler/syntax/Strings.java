// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Access.NamedAccessExpression;
import io.bunraku.compiler.syntax.Access.VariableExpression;
import io.bunraku.compiler.syntax.Call.CallMethodExpression;
import io.bunraku.compiler.syntax.Literal.LiteralInteger;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Text.ConcatenatedString;
import io.bunraku.compiler.syntax.Text.HeredocExpression;
import io.bunraku.compiler.syntax.Text.TextExpression;
import java.util.ArrayList;
import java.util.List;

/** Strings with interpolations, and heredocs. */
final class Strings {

  private final Grammar grammar;
  private final Cursor cursor;

  Strings(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression interpolated() {
    int first = cursor.take();
    int start = cursor.offset(first);
    List<Expression> segments = new ArrayList<>();
    addText(segments, first);
    int last;
    do {
      segments.add(
          new TextExpression(asVariable(grammar.statements.assignment(), start), start, 0));
      if (!cursor.at(TokenType.DQMID) && !cursor.at(TokenType.DQPOST)) {
        throw cursor.unexpected();
      }
      last = cursor.take();
      addText(segments, last);
    } while (cursor.tokens.type(last) == TokenType.DQMID);
    return new ConcatenatedString(segments, start, cursor.end(last) - start);
  }

  private void addText(List<Expression> segments, int token) {
    if (!cursor.value(token).isEmpty()) {
      segments.add(grammar.primaries.string(token));
    }
  }

  Expression heredoc() {
    int token = cursor.take();
    cursor.expect(TokenType.SUBLOCATE);
    Expression text = cursor.at(TokenType.DQPRE) ? interpolated() : plain();
    return new HeredocExpression(
        cursor.value(token), text, cursor.offset(token), cursor.length(token));
  }

  private LiteralString plain() {
    return grammar.primaries.string(cursor.expect(TokenType.STRING));
  }

  /**
   * Makes a name that stands where a variable is meant into one. The lexer has done that already
   * where the braces were closed.
   */
  private static Expression asVariable(Expression expression, int offset) {
    return switch (expression) {
      case QualifiedName name -> new VariableExpression(name, offset, 0);
      case LiteralInteger number -> new VariableExpression(number, offset, 0);
      case AccessExpression access when isRewritable(access.left()) ->
          new AccessExpression(
              asVariable(access.left(), access.offset()),
              access.keys(),
              access.offset(),
              access.length());
      case NamedAccessExpression access when isRewritable(access.left()) ->
          new NamedAccessExpression(
              asVariable(access.left(), access.offset()),
              access.right(),
              access.offset(),
              access.length());
      case CallMethodExpression call when isRewritable(call.functor()) ->
          new CallMethodExpression(
              call.rvalRequired(),
              asVariable(call.functor(), call.offset()),
              call.arguments(),
              call.lambda(),
              call.offset(),
              call.length());
      default -> expression;
    };
  }

  private static boolean isRewritable(Expression expression) {
    return switch (expression) {
      case AccessExpression a -> true;
      case QualifiedName n -> true;
      case NamedAccessExpression a -> true;
      case CallMethodExpression c -> true;
      case LiteralInteger i -> i.radix() == 10;
      default -> false;
    };
  }
}
