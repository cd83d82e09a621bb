// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.Call.LambdaExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ApplyBlockExpression;
import io.bunraku.compiler.syntax.CatalogExpression.ApplyExpression;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.PlanDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Text.EppExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes, defines, functions, plans, and the frame of a template. */
final class Definitions {

  private final Grammar grammar;
  private final Cursor cursor;
  private final Nodes nodes;
  private final TypeDefinitions types;

  /** The classes and plans around this place: their names come before those of what they hold. */
  private final List<String> namespace = new ArrayList<>();

  private final List<Definition> found = new ArrayList<>();

  Definitions(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
    this.nodes = new Nodes(grammar);
    this.types = new TypeDefinitions(grammar);
  }

  /** All definitions so far; those inside others come before them. */
  List<Definition> found() {
    return found;
  }

  Expression definition() {
    int start = cursor.offset(cursor.tokenIndex());
    return switch (cursor.peek()) {
      case CLASS -> added(hostClass(start));
      case DEFINE -> added(resourceType(start));
      case FUNCTION -> added(function(start));
      case NODE -> added(nodes.node(start));
      case PLAN -> added(plan(start));
      case APPLY -> apply(start);
      case TYPE -> typeWord(start);
      default -> throw cursor.unexpected();
    };
  }

  private Definition added(Definition definition) {
    found.add(definition);
    return definition;
  }

  private Expression typeWord(int start) {
    int token = cursor.take();
    return cursor.at(TokenType.LPAREN)
        ? grammar.primaries.name(token)
        : added(types.definition(start));
  }

  private Definition hostClass(int start) {
    cursor.take();
    String name = name();
    namespace.add(name);
    List<Parameter> parameters = grammar.parameters.optionalList();
    String parent = cursor.accept(TokenType.INHERITS) ? parent() : null;
    Body body = body(start);
    namespace.remove(namespace.size() - 1);
    return new HostClassDefinition(
        qualified(name), parameters, parent, body.expression(), start, body.end() - start);
  }

  private @Nullable String parent() {
    return cursor.at(TokenType.DEFAULT) ? cursor.value(cursor.take()) : name();
  }

  private Definition resourceType(int start) {
    cursor.take();
    String name = name();
    List<Parameter> parameters = grammar.parameters.optionalList();
    Body body = body(start);
    return new ResourceTypeDefinition(
        qualified(name), parameters, body.expression(), start, body.end() - start);
  }

  private Definition function(int start) {
    cursor.take();
    String name = name();
    List<Parameter> parameters = grammar.parameters.optionalList();
    Expression returnType = grammar.parameters.optionalReturnType();
    Body body = body(start);
    return new FunctionDefinition(
        name, parameters, body.expression(), returnType, start, body.end() - start);
  }

  private Definition plan(int start) {
    cursor.take();
    String name = name();
    namespace.add(name);
    List<Parameter> parameters = grammar.parameters.optionalList();
    Body body = body(start);
    namespace.remove(namespace.size() - 1);
    return new PlanDefinition(
        qualified(name), parameters, body.expression(), null, start, body.end() - start);
  }

  private Expression apply(int start) {
    cursor.take();
    cursor.expect(TokenType.LPAREN);
    if (cursor.at(TokenType.RPAREN)) {
      throw cursor.unexpected();
    }
    List<Expression> arguments = grammar.collections.callArguments(true);
    cursor.expect(TokenType.RPAREN);
    cursor.expect(TokenType.LBRACE);
    List<Expression> statements = grammar.statements.optionalStatements(TokenType.RBRACE);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    Expression block = new ApplyBlockExpression(statements, start, 0);
    return new ApplyExpression(arguments, block, start, end - start);
  }

  /** What is in the braces of a definition, and where they end. */
  record Body(Expression expression, int end) {}

  private Body body(int start) {
    cursor.expect(TokenType.LBRACE);
    List<Expression> statements = grammar.statements.optionalStatements(TokenType.RBRACE);
    int end = cursor.end(cursor.expect(TokenType.RBRACE));
    return new Body(Statements.body(statements, start), end);
  }

  private String name() {
    int token = cursor.tokenIndex();
    switch (cursor.peek()) {
      case NAME, WORD, CLASSREF -> cursor.take();
      case CLASS ->
          throw cursor.error(cursor.offset(token), "'class' keyword not allowed at this location");
      case STRING ->
          throw cursor.error(cursor.offset(token), "A quoted string is not valid as a name here");
      default -> throw cursor.unexpected();
    }
    return cursor.value(token);
  }

  private String qualified(String name) {
    String full = String.join("::", namespace) + "::" + name;
    return full.startsWith("::") ? full.substring(2) : full;
  }

  /** Returns the lambda that a template is. */
  Expression template() {
    int start = cursor.expect(TokenType.EPP_START);
    boolean specified = cursor.accept(TokenType.PIPE);
    List<Parameter> parameters = specified ? grammar.parameters.upTo(TokenType.PIPE) : List.of();
    List<Expression> statements = grammar.statements.optionalStatements(TokenType.END);
    int offset = cursor.offset(start);
    Expression body = Statements.body(statements, offset);
    EppExpression epp = new EppExpression(specified, body, offset, 0);
    return new LambdaExpression(parameters, epp, null, offset, 0);
  }
}
