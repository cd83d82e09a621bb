// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Turns a text into tokens ({@code puppet/pops/parser/lexer2.rb}). Puppet's lexer hears nothing
 * from its parser, so all tokens are made in advance; an error becomes the last token, and is
 * raised only if the parser gets there.
 */
final class Lexer {

  private final LexerState s;
  private final StringLexer strings;
  private final NumberLexer numbers;
  private final WordLexer words;
  private final RegexLexer regexes;
  private final HeredocLexer heredocs;
  private final EppLexer epp;

  private Lexer(LexerState state, StringLexer.@Nullable HeredocText heredoc) {
    this.s = state;
    this.strings = new StringLexer(state, this, heredoc);
    this.numbers = new NumberLexer(state);
    this.words = new WordLexer(state);
    this.regexes = new RegexLexer(state);
    this.heredocs = new HeredocLexer(state);
    this.epp = new EppLexer(state);
  }

  /** Lexes a manifest, or a template. */
  static Tokens lex(Source source, boolean template, boolean tasks) {
    Tokens tokens = new Tokens();
    new Lexer(new LexerState(source, tokens, tasks), null).run(template);
    return tokens;
  }

  /** Lexes the processed text of a heredoc into the tokens of the text around it. */
  static void lexHeredoc(LexerState state, StringLexer.HeredocText heredoc) {
    new Lexer(state, heredoc).strings.unquoted();
  }

  private void run(boolean template) {
    int mark = 0;
    try {
      begin(template);
      boolean sound = true;
      while (sound && !s.atEnd()) {
        mark = s.tokens.size();
        lexToken();
        sound = accept(mark);
      }
      mark = s.tokens.size();
      if (s.eppOpen && sound) {
        throw s.error(Issue.EPP_UNBALANCED_TAG);
      }
      s.tokens.add(TokenType.END, null, s.size, 0);
    } catch (SyntaxException e) {
      s.tokens.fail(mark, e);
    }
  }

  private void begin(boolean template) {
    if (s.size > 0 && s.chars[0] == '\uFEFF') {
      throw new SyntaxException(
          new Diagnostic(
              Severity.ERROR,
              Issue.ILLEGAL_BOM.code(),
              Issue.ILLEGAL_BOM.format("UTF-8", "[EF BB BF]"),
              null,
              0,
              0));
    }
    if (template) {
      epp.begin();
      accept(0);
    } else {
      s.skipSpace();
    }
  }

  /** Notes what the next slash follows; false when no parser can get past the new tokens. */
  private boolean accept(int mark) {
    int size = s.tokens.size();
    for (int i = mark; i < size; i++) {
      TokenType type = s.tokens.type(i);
      if (type == TokenType.OTHER || type == TokenType.TILDE) {
        return false;
      }
      s.after = type;
    }
    return true;
  }

  /**
   * Lexes at the current place.
   *
   * @return the token, or null where there was none, or several
   */
  @Nullable TokenType lexToken() {
    char c = s.chars[s.pos];
    if (Characters.isLower(c) || c == '_') {
      return words.bareWord();
    }
    return switch (c) {
      case ' ', '\t', '\r' -> space();
      case '\n' -> lineBreak();
      case '$' -> words.variable();
      case '\'' -> strings.singleQuoted();
      case '"' -> strings.doubleQuoted();
      case '#' -> comment();
      case '/' -> slash();
      case ':' -> s.chars[s.pos + 1] == ':' ? words.qualified() : s.emit(TokenType.COLON, 1);
      case '{', '}', '(', ')', '[', ']' -> bracket(c);
      case '@' -> at();
      case '%', '-' -> s.eppMode == null ? operator(c) : templateEnd(c);
      default -> other(c);
    };
  }

  private @Nullable TokenType other(char c) {
    if (Characters.isUpper(c)) {
      return words.classReference();
    }
    return Characters.isDigit(c) ? numbers.lex() : operator(c);
  }

  private @Nullable TokenType space() {
    s.skipSpace();
    return null;
  }

  private @Nullable TokenType lineBreak() {
    if (s.newlineJump > 0) {
      s.pos = s.newlineJump;
      s.newlineJump = 0;
    } else {
      s.pos++;
    }
    s.startLine();
    return null;
  }

  private @Nullable TokenType comment() {
    int start = s.pos;
    int end = s.text.indexOf('\n', start);
    s.pos = end < 0 ? s.size : end;
    s.matched(start, s.pos);
    return null;
  }

  private @Nullable TokenType slash() {
    if (s.chars[s.pos + 1] != '*') {
      return regexes.regexOrDivision();
    }
    int end = s.text.indexOf("*/", s.pos + 2);
    if (end < 0) {
      throw s.error(Issue.UNCLOSED_MLCOMMENT);
    }
    s.matched(s.pos, end + 2);
    s.pos = end + 2;
    return null;
  }

  private TokenType bracket(char c) {
    return s.emit(
        switch (c) {
          case '{' -> openBrace();
          case '}' -> closeBrace();
          case '(' -> s.isFirstOnLine() ? TokenType.WSLPAREN : TokenType.LPAREN;
          case ')' -> TokenType.RPAREN;
          case '[' -> followsSpace() ? TokenType.LISTSTART : TokenType.LBRACK;
          default -> TokenType.RBRACK;
        },
        1);
  }

  private TokenType openBrace() {
    s.braceCount++;
    return s.after == TokenType.QMARK ? TokenType.SELBRACE : TokenType.LBRACE;
  }

  private TokenType closeBrace() {
    s.braceCount--;
    return TokenType.RBRACE;
  }

  private boolean followsSpace() {
    if (s.pos == 0) {
      return true;
    }
    char before = s.chars[s.pos - 1];
    return before == '\n' || Characters.isSpace(before);
  }

  private @Nullable TokenType at() {
    char next = s.chars[s.pos + 1];
    if (next == '(') {
      heredocs.heredoc();
      return null;
    }
    return next == '@' ? s.emit(TokenType.ATAT, 2) : s.emit(TokenType.AT, 1);
  }

  private @Nullable TokenType templateEnd(char c) {
    return epp.closesTag() ? null : operator(c);
  }

  private @Nullable TokenType operator(char c) {
    TokenType type = Operators.at(s.chars, s.pos);
    if (type != null) {
      return s.emit(type, Operators.length(type));
    }
    if (Characters.isSpace(c)) {
      return space();
    }
    return s.emit(TokenType.OTHER, 1);
  }
}
