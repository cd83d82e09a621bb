// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;
import java.util.function.Function;

/**
 * Parses texts of the Puppet language: recursive descent along {@code
 * puppet/pops/parser/egrammar.ra}, operators by precedence. Puppet's own parser is LALR with its
 * conflicts settled by precedence; where that leaves a choice, the rules here say so.
 */
public final class Parser {

  /**
   * How deep expressions may nest. Puppet has no such bound but the stack of Ruby, which overflows
   * in its evaluator at a few hundred.
   */
  static final int MAX_DEPTH = 500;

  private final Cursor cursor;
  private final Grammar grammar;

  private Parser(Source source, Tokens tokens) {
    this.cursor = new Cursor(source, tokens);
    this.grammar = new Grammar(cursor);
  }

  /**
   * Parses a manifest.
   *
   * @param source the text
   * @return its tree, not checked
   * @throws SyntaxException when the text is not in the language, with one diagnostic
   */
  public static Program parse(Source source) {
    return new Parser(source, Lexer.lex(source, false, false)).parse(Parser::program);
  }

  /**
   * Parses a text in which {@code plan} and {@code apply} are keywords, as with Puppet's setting
   * {@code tasks}.
   *
   * @param source the text
   * @return its tree, not checked
   * @throws SyntaxException when the text is not in the language, with one diagnostic
   */
  public static Program parseWithTasks(Source source) {
    return new Parser(source, Lexer.lex(source, false, true)).parse(Parser::program);
  }

  /**
   * Parses a template (EPP). The body of the program is a {@code LambdaExpression} over an {@code
   * EppExpression}.
   *
   * @param source the text
   * @return its tree, not checked
   * @throws SyntaxException when the text is not in the language, with one diagnostic
   */
  public static Program parseEpp(Source source) {
    return new Parser(source, Lexer.lex(source, true, false)).parse(Parser::template);
  }

  private Program parse(Function<Parser, Program> rule) {
    try {
      return rule.apply(this);
    } catch (SyntaxException e) {
      throw e.after(cursor.tokens.warnings());
    }
  }

  private Program program() {
    if (cursor.at(TokenType.END)) {
      return program(new Control.Nop(cursor.source.text().length(), 0));
    }
    List<Expression> statements = grammar.statements.statements();
    Expression body = Statements.blockOrExpression(statements);
    end();
    return program(body);
  }

  private Program template() {
    Expression body = grammar.definitions.template();
    end();
    return program(body);
  }

  private void end() {
    if (!cursor.at(TokenType.END)) {
      throw cursor.unexpected();
    }
  }

  private Program program(Expression body) {
    return new Program(cursor.source, body, grammar.definitions.found(), cursor.tokens.warnings());
  }
}
