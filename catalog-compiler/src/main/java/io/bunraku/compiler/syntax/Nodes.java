// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import java.util.ArrayList;
import java.util.List;

/** Node definitions. */
final class Nodes {

  private final Grammar grammar;
  private final Cursor cursor;

  Nodes(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  NodeDefinition node(int start) {
    cursor.take();
    List<Expression> hosts = new ArrayList<>();
    hosts.add(host());
    while (cursor.accept(TokenType.COMMA)) {
      if (cursor.at(TokenType.INHERITS) || cursor.at(TokenType.LBRACE)) {
        break;
      }
      hosts.add(host());
    }
    Expression parent = cursor.accept(TokenType.INHERITS) ? host() : null;
    cursor.expect(TokenType.LBRACE);
    List<Expression> statements = grammar.statements.optionalStatements(TokenType.RBRACE);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    Expression body = Statements.body(statements, start);
    return new NodeDefinition(hosts, parent, body, start, end - start);
  }

  private Expression host() {
    return switch (cursor.peek()) {
      case NAME, NUMBER -> dottedName();
      case STRING, WORD -> grammar.primaries.string(cursor.take());
      case DQPRE -> grammar.strings.interpolated();
      case HEREDOC -> grammar.strings.heredoc();
      case DEFAULT -> {
        int token = cursor.take();
        yield new LiteralDefault(cursor.offset(token), cursor.length(token));
      }
      case REGEX -> {
        int token = cursor.take();
        yield new LiteralRegularExpression(
            cursor.value(token), cursor.offset(token), cursor.length(token));
      }
      default -> throw cursor.unexpected();
    };
  }

  private Expression dottedName() {
    int first = cursor.take();
    int last = first;
    StringBuilder name = new StringBuilder(cursor.value(first));
    while (cursor.accept(TokenType.DOT)) {
      if (!cursor.at(TokenType.NAME) && !cursor.at(TokenType.NUMBER)) {
        throw cursor.unexpected();
      }
      last = cursor.take();
      name.append('.').append(cursor.value(last));
    }
    int start = cursor.offset(first);
    return new LiteralString(name.toString(), start, cursor.end(last) - start);
  }
}
