// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Control.CaseExpression;
import io.bunraku.compiler.syntax.Control.IfExpression;
import io.bunraku.compiler.syntax.Control.Nop;
import io.bunraku.compiler.syntax.Control.SelectorExpression;
import io.bunraku.compiler.syntax.Control.UnlessExpression;
import java.util.ArrayList;
import java.util.List;

/** If, unless, case and the selector. */
final class Conditionals {

  private final Grammar grammar;
  private final Cursor cursor;

  Conditionals(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression conditional() {
    TokenType type = cursor.peek();
    int start = cursor.offset(cursor.take());
    return switch (type) {
      case IF -> ifExpression(start);
      case UNLESS -> unlessExpression(start);
      default -> caseExpression(start);
    };
  }

  private Expression ifExpression(int start) {
    cursor.enter();
    Expression test = grammar.expressions.expression();
    Expression then = grammar.statements.block();
    int end = cursor.lastEnd();
    Expression otherwise = ifElse(end);
    end = otherwise instanceof Nop ? end : Statements.end(otherwise);
    cursor.leave();
    return new IfExpression(test, then, otherwise, start, end - start);
  }

  private Expression ifElse(int end) {
    if (cursor.at(TokenType.ELSIF)) {
      return ifExpression(cursor.offset(cursor.take()));
    }
    return optionalElse(end);
  }

  private Expression optionalElse(int end) {
    return cursor.accept(TokenType.ELSE) ? grammar.statements.block() : new Nop(end, 0);
  }

  private Expression unlessExpression(int start) {
    Expression test = grammar.expressions.expression();
    Expression then = grammar.statements.block();
    int end = cursor.lastEnd();
    return new UnlessExpression(test, then, optionalElse(end), start, end - start);
  }

  private Expression caseExpression(int start) {
    Expression test = grammar.expressions.expression();
    cursor.expect(TokenType.LBRACE);
    List<CaseOption> options = new ArrayList<>();
    do {
      options.add(option());
    } while (!cursor.at(TokenType.RBRACE));
    int end = cursor.end(cursor.take());
    return new CaseExpression(test, options, start, end - start);
  }

  private CaseOption option() {
    List<Expression> values = new ArrayList<>();
    do {
      values.add(grammar.expressions.expression());
    } while (cursor.accept(TokenType.COMMA));
    int colon = cursor.offset(cursor.expect(TokenType.COLON));
    cursor.expect(TokenType.LBRACE);
    List<Expression> statements = grammar.statements.optionalStatements(TokenType.RBRACE);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    return new CaseOption(values, Statements.body(statements, colon), colon, end - colon);
  }

  /** Returns a selector over what is before the question mark. */
  Expression select(Expression left) {
    cursor.take();
    List<SelectorEntry> entries = new ArrayList<>();
    if (cursor.accept(TokenType.SELBRACE)) {
      do {
        entries.add(entry());
      } while (cursor.accept(TokenType.COMMA) && !cursor.at(TokenType.RBRACE));
      cursor.expect(TokenType.RBRACE);
    } else {
      entries.add(entry());
    }
    return new SelectorExpression(left, entries, left.offset(), left.length());
  }

  private SelectorEntry entry() {
    Expression matching = grammar.expressions.expression();
    int arrow = cursor.expect(TokenType.FARROW);
    Expression value = grammar.expressions.expression();
    return new SelectorEntry(matching, value, cursor.offset(arrow), cursor.length(arrow));
  }
}
