// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.AttributeOperation.NamedAttribute;
import io.bunraku.compiler.syntax.AttributeOperation.SplatAttributes;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceDefaultsExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceForm;
import io.bunraku.compiler.syntax.CatalogExpression.ResourceOverrideExpression;
import io.bunraku.compiler.syntax.Control.BlockExpression;
import io.bunraku.compiler.syntax.Control.Nop;
import io.bunraku.compiler.syntax.Literal.LiteralHash;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Literal.QualifiedName;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Resources, defaults and overrides: whatever has braces behind it. What it is follows from what is
 * before the brace.
 */
final class Resources {

  private final Grammar grammar;
  private final Cursor cursor;

  Resources(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Whether what begins here can only be a resource. */
  boolean startsResource() {
    return switch (cursor.peek()) {
      case AT, ATAT -> true;
      case CLASS -> cursor.peekSecond() == TokenType.LBRACE;
      default -> false;
    };
  }

  Expression resource() {
    return switch (cursor.peek()) {
      case AT -> virtual(ResourceForm.VIRTUAL, "Virtual (@)");
      case ATAT -> virtual(ResourceForm.EXPORTED, "Exported (@@)");
      default ->
          resourceFrom(startsResource() ? classResource() : grammar.expressions.expression());
    };
  }

  /** Goes on from an expression that was parsed already. */
  Expression resourceFrom(Expression expression) {
    Expression result = expression;
    while (cursor.at(TokenType.LBRACE)) {
      cursor.grow();
      result = braces(result);
    }
    return result;
  }

  private Expression virtual(ResourceForm form, String label) {
    int at = cursor.offset(cursor.take());
    cursor.enter();
    Expression resource = resource();
    cursor.leave();
    cursor.grow();
    int length = Statements.end(resource) - at;
    return switch (resource) {
      case ResourceExpression r ->
          new ResourceExpression(form, type(r, at), moved(r.bodies(), at), at, length);
      case ResourceDefaultsExpression r ->
          new ResourceDefaultsExpression(form, r.typeRef(), r.operations(), at, length);
      case ResourceOverrideExpression r ->
          new ResourceOverrideExpression(form, r.resources(), r.operations(), at, length);
      default -> throw cursor.error(at, label + " can only be applied to a Resource Expression");
    };
  }

  /** The word {@code class} has no place of its own. */
  private static Expression type(ResourceExpression resource, int offset) {
    return resource.typeName() instanceof QualifiedName name && name.length() == 0
        ? new QualifiedName(name.value(), offset, 0)
        : resource.typeName();
  }

  private static List<ResourceBody> moved(List<ResourceBody> bodies, int offset) {
    return bodies.stream()
        .map(body -> new ResourceBody(body.title(), body.operations(), offset, 0))
        .toList();
  }

  private Expression classResource() {
    int start = cursor.offset(cursor.take());
    cursor.expect(TokenType.LBRACE);
    List<ResourceBody> bodies = new ArrayList<>();
    bodies(start, bodies);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    QualifiedName name = new QualifiedName("class", start, 0);
    return new ResourceExpression(ResourceForm.REGULAR, name, bodies, start, end - start);
  }

  /** Adds the bodies up to the closing brace. */
  private void bodies(int start, List<ResourceBody> bodies) {
    bodies.add(body(start));
    while (cursor.accept(TokenType.SEMIC) && !cursor.at(TokenType.RBRACE)) {
      bodies.add(body(start));
    }
  }

  private ResourceBody body(int start) {
    return bodyFrom(start, grammar.expressions.expression());
  }

  /** Makes a body; Puppet puts it where its resource expression begins. */
  private ResourceBody bodyFrom(int start, Expression title) {
    cursor.expect(TokenType.COLON);
    List<AttributeOperation> operations = attributeOperations();
    cursor.accept(TokenType.COMMA);
    return new ResourceBody(title, operations, start, 0);
  }

  private Expression braces(Expression left) {
    int open = cursor.take();
    if (!startsAttributes()) {
      return titled(left, grammar.expressions.expression());
    }
    List<AttributeOperation> operations = attributeOperations();
    cursor.accept(TokenType.COMMA);
    int close = cursor.expect(TokenType.RBRACE);
    return untitled(left, operations, open, close);
  }

  /** Whether attributes follow, or nothing, rather than a title. */
  private boolean startsAttributes() {
    TokenType second = cursor.peekSecond();
    boolean arrow = second == TokenType.FARROW || second == TokenType.PARROW;
    return switch (cursor.peek()) {
      case RBRACE, COMMA, AND, ELSE, ELSIF, IN, INHERITS, OR -> true;
      case TIMES -> second == TokenType.FARROW;
      case NAME -> arrow;
      default -> arrow && cursor.peek().isAttributeName();
    };
  }

  private Expression titled(Expression type, Expression title) {
    List<ResourceBody> bodies = new ArrayList<>();
    int start = type.offset();
    bodies.add(bodyFrom(start, title));
    if (cursor.accept(TokenType.SEMIC) && !cursor.at(TokenType.RBRACE)) {
      bodies(start, bodies);
    }
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    return new ResourceExpression(ResourceForm.REGULAR, type, bodies, start, end - start);
  }

  private Expression untitled(
      Expression left, List<AttributeOperation> operations, int open, int close) {
    int start = left.offset();
    int length = cursor.end(close) - start;
    return switch (left) {
      case QualifiedName name -> hashArgument(name, operations, open, close);
      case QualifiedReference type ->
          new ResourceDefaultsExpression(ResourceForm.REGULAR, type, operations, start, length);
      case AccessExpression reference ->
          new ResourceOverrideExpression(
              ResourceForm.REGULAR, reference, operations, start, length);
      default ->
          throw cursor.error(
              start,
              "Expression is not valid as a resource, resource-default, or resource-override");
    };
  }

  /** A name before attributes is no resource, but may be the call of a function with a hash. */
  private Expression hashArgument(
      QualifiedName name, List<AttributeOperation> operations, int open, int close) {
    int start = cursor.offset(open);
    List<KeyedEntry> entries = new ArrayList<>();
    for (AttributeOperation operation : operations) {
      entries.add(entry(operation, start));
    }
    LiteralHash hash = new LiteralHash(entries, start, cursor.end(close) - start);
    Expression call = Statements.statementCall(name, hash);
    int length = cursor.end(close) - name.offset();
    return call != null ? call : new BlockExpression(List.of(name, hash), name.offset(), length);
  }

  private KeyedEntry entry(AttributeOperation operation, int open) {
    return switch (operation) {
      case NamedAttribute attribute -> {
        if (attribute.append()) {
          throw cursor.error(open, "Syntax error resource body without title or hash with +>");
        }
        yield new KeyedEntry(
            new LiteralString(attribute.name(), open, 0), attribute.value(), open, 0);
      }
      // nothing is left of it, and the checker refuses that
      case SplatAttributes splat -> new KeyedEntry(new Nop(open, 0), new Nop(open, 0), open, 0);
    };
  }

  /** Returns attributes with commas between them; a comma may also come first. */
  List<AttributeOperation> attributeOperations() {
    List<AttributeOperation> operations = new ArrayList<>();
    if (isAttribute(cursor.peek())) {
      operations.add(attributeOperation());
    }
    while (cursor.at(TokenType.COMMA) && isAttribute(cursor.peekSecond())) {
      cursor.take();
      operations.add(attributeOperation());
    }
    return operations;
  }

  private static boolean isAttribute(TokenType type) {
    return type == TokenType.TIMES || type.isAttributeName();
  }

  private AttributeOperation attributeOperation() {
    int name = cursor.take();
    int start = cursor.offset(name);
    if (cursor.tokens.type(name) == TokenType.TIMES) {
      cursor.expect(TokenType.FARROW);
      Expression hash = grammar.expressions.expression();
      return new SplatAttributes(hash, start, Statements.end(hash) - start);
    }
    boolean append = cursor.at(TokenType.PARROW);
    cursor.expect(append ? TokenType.PARROW : TokenType.FARROW);
    Expression value = grammar.expressions.expression();
    int length = Statements.end(value) - start;
    return new NamedAttribute(cursor.value(name), append, value, start, length);
  }
}
