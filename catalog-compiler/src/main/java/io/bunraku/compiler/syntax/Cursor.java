// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * Where the parser stands among the tokens, and how deep. A token is looked at only when a rule
 * needs to know what comes next: what the parser has to say about the tokens before it goes first,
 * as in Puppet's table-driven parser.
 */
final class Cursor {

  final Source source;
  final Tokens tokens;

  private int index;
  private int depth;

  /** Height of the tallest tree made since {@link #beginTree}. */
  private int height;

  Cursor(Source source, Tokens tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /** Returns the type of the next token; where the lexer failed, raises what it found. */
  TokenType peek() {
    TokenType type = tokens.type(index);
    if (type == TokenType.FAILURE) {
      throw tokens.failure();
    }
    return type;
  }

  boolean at(TokenType type) {
    return peek() == type;
  }

  /** Returns the type of the token after the next; {@code END} has none. */
  TokenType peekSecond() {
    return index + 1 < tokens.size() ? tokens.type(index + 1) : TokenType.END;
  }

  /** Returns the index of the next token. */
  int tokenIndex() {
    return index;
  }

  /** Returns where the token ends that was taken last. */
  int lastEnd() {
    return tokens.end(index - 1);
  }

  /** Moves behind the next token and returns its index. */
  int take() {
    return index++;
  }

  /** Moves behind the next token if it is of this type. */
  boolean accept(TokenType type) {
    boolean accepted = peek() == type;
    if (accepted) {
      index++;
    }
    return accepted;
  }

  /** Moves behind the next token and returns its index; an error if it is of another type. */
  int expect(TokenType type) {
    if (peek() != type) {
      throw unexpected();
    }
    return index++;
  }

  /** Creates the error about the next token. */
  SyntaxException unexpected() {
    if (peek() == TokenType.END) {
      return new SyntaxException(
          new Diagnostic(
              Severity.ERROR,
              Issue.SYNTAX_ERROR.code(),
              Issue.SYNTAX_ERROR.format("end of input"),
              source.logicalPath(),
              0,
              0));
    }
    String text = tokens.type(index) == TokenType.REGEX ? regex() : tokens.value(index);
    return new SyntaxException(
        Diagnostic.error(Issue.SYNTAX_ERROR, source, tokens.offset(index), "'" + text + "'"));
  }

  private String regex() {
    return "(?-mix:" + RegexSyntax.escaped(tokens.value(index)) + ")";
  }

  /** Creates an error without issue code, as Puppet's grammar raises them. */
  SyntaxException error(int offset, String message) {
    return new SyntaxException(
        new Diagnostic(
            Severity.ERROR,
            null,
            message,
            source.logicalPath(),
            source.line(offset),
            source.column(offset)));
  }

  /** Notes that a number does not fit; an error for the checker, which has the others. */
  void reportOverflow(int token, String value) {
    tokens
        .warnings()
        .add(
            Diagnostic.error(
                Issue.NUMERIC_OVERFLOW,
                source,
                tokens.offset(token),
                "A Literal Integer",
                "max",
                value));
  }

  int offset(int token) {
    return tokens.offset(token);
  }

  int end(int token) {
    return tokens.end(token);
  }

  int length(int token) {
    return tokens.length(token);
  }

  /** Whether a variable is the word true or false between braces, which is none to Puppet. */
  boolean isBooleanVariable(int token) {
    String value = tokens.value(token);
    return (value.equals("true") || value.equals("false"))
        && source.text().charAt(tokens.offset(token)) != '$';
  }

  String value(int token) {
    return tokens.value(token);
  }

  /** Enters a construct that may hold itself. */
  void enter() {
    if (++depth > Parser.MAX_DEPTH) {
      throw tooDeep();
    }
  }

  void leave() {
    depth--;
  }

  /**
   * Begins to measure a tree that a loop makes taller.
   *
   * @return what {@link #endTree} needs
   */
  int beginTree() {
    int outer = height;
    height = 0;
    return outer;
  }

  /** Notes that what was parsed has become the child of a new node. */
  void grow() {
    if (++height > Parser.MAX_DEPTH) {
      throw tooDeep();
    }
  }

  void endTree(int outer) {
    height = Math.max(outer, height);
  }

  private SyntaxException tooDeep() {
    int at = Math.max(0, index - 1);
    return new SyntaxException(
        Diagnostic.error(Issue.NESTED_TOO_DEEPLY, source, tokens.offset(at), Parser.MAX_DEPTH));
  }
}
