// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Definition.TypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeMapping;
import io.bunraku.compiler.syntax.Literal.LiteralHash;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import java.util.ArrayList;
import java.util.List;

/** What may follow the word {@code type}: aliases, mappings and definitions. */
final class TypeDefinitions {

  private final Grammar grammar;
  private final Cursor cursor;

  TypeDefinitions(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Returns the definition that begins behind the word. */
  Definition definition(int start) {
    Expression left = grammar.parameters.type();
    if (left instanceof QualifiedReference reference
        && (cursor.at(TokenType.LBRACE) || cursor.at(TokenType.INHERITS))) {
      return body(start, reference.casedValue());
    }
    cursor.expect(TokenType.EQUALS);
    return switch (cursor.peek()) {
      case LBRACE -> {
        LiteralHash hash = grammar.collections.hash();
        yield assignment(left, hash, Statements.end(hash));
      }
      case LBRACK, LISTSTART -> assignment(left, grammar.collections.array(), Statements.end(left));
      default -> typeAssignment(left);
    };
  }

  private Definition typeAssignment(Expression left) {
    QualifiedReference type = grammar.primaries.reference();
    if (cursor.at(TokenType.LBRACE)) {
      LiteralHash hash = grammar.collections.hash();
      Expression right =
          left instanceof AccessExpression ? hash : objectType(left.offset(), type, hash);
      return assignment(left, right, Statements.end(hash));
    }
    if (!cursor.accept(TokenType.LBRACK)) {
      return assignment(left, type, Statements.end(type));
    }
    List<Expression> keys = grammar.collections.accessKeys(true);
    cursor.expect(TokenType.RBRACK);
    // Puppet takes the length from a token that is not there
    Expression right = new AccessExpression(type, keys, left.offset(), 0);
    return assignment(left, right, Statements.end(left));
  }

  /** {@code Parent { ... }} is an object type with a parent. */
  private static Expression objectType(int start, QualifiedReference parent, LiteralHash hash) {
    int offset = hash.offset();
    String name = parent.casedValue();
    if (name.equals("Object") || name.equals("TypeSet")) {
      return new AccessExpression(parent, List.of(hash), start, 0);
    }
    List<KeyedEntry> entries = new ArrayList<>(hash.entries());
    entries.add(new KeyedEntry(new QualifiedName("parent", offset, 0), parent, offset, 0));
    LiteralHash whole = new LiteralHash(entries, hash.offset(), hash.length());
    return new AccessExpression(
        new QualifiedReference("Object", start, 0), List.of(whole), start, 0);
  }

  private static Definition assignment(Expression left, Expression right, int end) {
    int start = left.offset();
    if (left instanceof AccessExpression) {
      return new TypeMapping(left, right, start, end - start);
    }
    Expression type =
        right instanceof LiteralHash hash
            ? new AccessExpression(
                new QualifiedReference("Object", start, 0), List.of(hash), start, 0)
            : right;
    return new TypeAlias(((QualifiedReference) left).casedValue(), type, start, end - start);
  }

  private Definition body(int start, String name) {
    String parent =
        cursor.accept(TokenType.INHERITS) ? cursor.value(cursor.expect(TokenType.CLASSREF)) : null;
    cursor.expect(TokenType.LBRACE);
    List<Expression> statements = grammar.statements.optionalStatements(TokenType.RBRACE);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    return new TypeDefinition(name, parent, Statements.body(statements, start), start, end - start);
  }
}
