// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Control.BlockExpression;
import io.bunraku.compiler.syntax.Literal.LiteralHash;
import io.bunraku.compiler.syntax.Literal.LiteralList;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import java.util.ArrayList;
import java.util.List;

/**
 * Arrays, hashes, and lists of arguments. Where values are listed, neighbouring {@code key =>
 * value} pairs make one hash.
 */
final class Collections {

  private final Grammar grammar;
  private final Cursor cursor;

  Collections(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** A list in the making. */
  private static final class Values {

    private final List<Expression> values = new ArrayList<>();
    private final List<KeyedEntry> pairs = new ArrayList<>();

    void add(Expression value) {
      endHash();
      values.add(value);
    }

    void add(KeyedEntry pair) {
      pairs.add(pair);
    }

    List<Expression> end() {
      endHash();
      return values;
    }

    private void endHash() {
      if (!pairs.isEmpty()) {
        KeyedEntry first = pairs.get(0);
        values.add(new LiteralHash(pairs, first.offset(), first.length()));
        pairs.clear();
      }
    }
  }

  Expression array() {
    int open = cursor.take();
    Values values = new Values();
    while (!cursor.at(TokenType.RBRACK)) {
      collectionEntry(values);
      if (!cursor.accept(TokenType.COMMA)) {
        break;
      }
    }
    int end = cursor.end(cursor.expect(TokenType.RBRACK));
    return new LiteralList(values.end(), cursor.offset(open), end - cursor.offset(open));
  }

  private void collectionEntry(Values values) {
    if (!isKeywordValue()) {
      argument(values);
      return;
    }
    LiteralString keyword = grammar.primaries.string(cursor.take());
    if (cursor.at(TokenType.FARROW)) {
      values.add(pair(keyword));
    } else {
      values.add(keyword);
    }
  }

  /** Whether {@code type} or {@code function} stands here as a value. */
  private boolean isKeywordValue() {
    TokenType next = cursor.peekSecond();
    return switch (cursor.peek()) {
      case TYPE -> next != TokenType.LPAREN && next != TokenType.CLASSREF;
      case FUNCTION ->
          switch (next) {
            case NAME, WORD, CLASSREF, CLASS, STRING -> false;
            default -> true;
          };
      default -> false;
    };
  }

  private void argument(Values values) {
    Expression value = hashEntry();
    if (cursor.at(TokenType.FARROW)) {
      values.add(pair(value));
    } else {
      values.add(value);
    }
  }

  private Expression hashEntry() {
    if (!isKeywordValue()) {
      return grammar.statements.assignment();
    }
    return grammar.primaries.string(cursor.take());
  }

  private KeyedEntry pair(Expression key) {
    int arrow = cursor.expect(TokenType.FARROW);
    return new KeyedEntry(key, hashEntry(), cursor.offset(arrow), cursor.length(arrow));
  }

  /** Returns the arguments of a call, up to its closing parenthesis. */
  List<Expression> callArguments(boolean trailingComma) {
    Values values = new Values();
    if (cursor.at(TokenType.RPAREN)) {
      return List.of();
    }
    callArgument(values);
    while (cursor.accept(TokenType.COMMA)) {
      if (trailingComma && cursor.at(TokenType.RPAREN)) {
        break;
      }
      callArgument(values);
    }
    return values.end();
  }

  private void callArgument(Values values) {
    if (isKeywordValue()) {
      values.add(pair(grammar.primaries.string(cursor.take())));
    } else {
      argument(values);
    }
  }

  /** Returns the keys of an access, up to its closing bracket. */
  List<Expression> accessKeys(boolean trailingComma) {
    Values values = new Values();
    accessKey(values);
    while (cursor.accept(TokenType.COMMA)) {
      if (trailingComma && cursor.at(TokenType.RBRACK)) {
        break;
      }
      accessKey(values);
    }
    return values.end();
  }

  /** A key is an expression, but that of a pair may be an assignment. */
  private void accessKey(Values values) {
    if (isKeywordValue()) {
      values.add(pair(grammar.primaries.string(cursor.take())));
    } else if (grammar.resources.startsResource()) {
      values.add(pair(grammar.statements.assignment()));
    } else {
      Expression key = grammar.expressions.expression();
      if (cursor.at(TokenType.COMMA) || cursor.at(TokenType.RBRACK)) {
        values.add(key);
      } else {
        values.add(pair(grammar.statements.assignmentFromExpression(key)));
      }
    }
  }

  LiteralHash hash() {
    int open = cursor.expect(TokenType.LBRACE);
    return hash(open, new ArrayList<>());
  }

  private LiteralHash hash(int open, List<KeyedEntry> entries) {
    while (!cursor.at(TokenType.RBRACE)) {
      entries.add(pair(hashEntry()));
      if (!cursor.accept(TokenType.COMMA)) {
        break;
      }
    }
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    return new LiteralHash(entries, cursor.offset(open), end - cursor.offset(open));
  }

  /** Returns what is between a brace and the end of a template's tag: a hash, or statements. */
  Expression hashOrBlock() {
    int open = cursor.take();
    if (cursor.at(TokenType.RBRACE)) {
      return grammar.expressions.expressionFrom(hash(open, new ArrayList<>()));
    }
    if (isKeywordValue()) {
      return grammar.expressions.expressionFrom(hashFrom(open, hashEntry()));
    }
    Expression first = grammar.statements.assignment();
    if (cursor.at(TokenType.FARROW)) {
      return grammar.expressions.expressionFrom(hashFrom(open, first));
    }
    List<Expression> statements = grammar.statements.statementsFrom(first);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    int start = cursor.offset(open);
    return statements.size() == 1
        ? statements.get(0)
        : new BlockExpression(statements, start, end - start);
  }

  private LiteralHash hashFrom(int open, Expression firstKey) {
    List<KeyedEntry> entries = new ArrayList<>();
    entries.add(pair(firstKey));
    if (cursor.accept(TokenType.COMMA)) {
      return hash(open, entries);
    }
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    return new LiteralHash(entries, cursor.offset(open), end - cursor.offset(open));
  }
}
