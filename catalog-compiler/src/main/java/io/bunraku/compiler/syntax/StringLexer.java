// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Quoted text and the interpolations in it ({@code interpolation_support.rb}, {@code
 * slurp_support.rb}). Code between braces is lexed at once into the same tokens, until the brace
 * that closes it.
 */
final class StringLexer {

  private static final int NO_TERMINATOR = 0;
  private static final int DOLLAR = 1;
  private static final int DOLLAR_BRACE = 2;
  private static final int CLOSED = 3;

  private final LexerState s;
  private final Lexer lexer;

  /** How text that is not between quotes is read; null in a lexer of a whole file. */
  private final @Nullable HeredocText heredoc;

  private final Escapes doubleQuoted;
  private final @Nullable Escapes unquoted;

  /** What ended the text that {@link #slurp} read last. */
  private int terminator;

  /** Whether the last string was more than one token. */
  private boolean interpolated;

  StringLexer(LexerState state, Lexer lexer, @Nullable HeredocText heredoc) {
    this.s = state;
    this.lexer = lexer;
    this.heredoc = heredoc;
    this.doubleQuoted = new Escapes(state, EscapeSet.DOUBLE_QUOTED, true);
    this.unquoted = heredoc == null ? null : new Escapes(state, heredoc.escapes(), false);
  }

  /**
   * How the text of a heredoc is read.
   *
   * @param escapes the escapes that its flags allow
   * @param interpolates whether its end tag was in double quotes
   */
  record HeredocText(EscapeSet escapes, boolean interpolates) {}

  TokenType singleQuoted() {
    int start = s.pos;
    int end = afterQuote(start + 1, '\'', '\'');
    boolean escaped = end > start + 1;
    while (end < s.size && s.chars[end] != '\'') {
      escaped |= s.chars[end] == '\\';
      end += s.chars[end] == '\\' ? 2 : 1;
    }
    s.pos = start + 1;
    if (end >= s.size) {
      throw s.error(Issue.UNCLOSED_QUOTE, "\"'\"", s.followedBy());
    }
    String raw = s.text.substring(start + 1, end);
    s.pos = end + 1;
    s.matched(Math.max(start + 1, end - 1), s.pos);
    s.add(TokenType.STRING, escaped ? Escapes.singleQuoted(raw) : raw, start, s.pos - start);
    return TokenType.STRING;
  }

  /** Lexes a double-quoted string; null when it became several tokens. */
  @Nullable TokenType doubleQuoted() {
    int start = s.pos;
    s.pos++;
    s.matched(start, s.pos);
    s.enter();
    boolean simple = segment(true, TokenType.STRING, TokenType.DQPRE, start);
    boolean ended = simple;
    while (!ended) {
      ended = segment(true, TokenType.DQPOST, TokenType.DQMID, s.pos);
    }
    s.leave();
    interpolated = !simple;
    return simple ? TokenType.STRING : null;
  }

  private boolean wasInterpolated() {
    boolean was = interpolated;
    interpolated = false;
    return was;
  }

  /** Lexes the text of a heredoc. */
  void unquoted() {
    s.enter();
    boolean more = !segment(false, TokenType.STRING, TokenType.DQPRE, s.pos);
    while (more) {
      more = !segment(false, TokenType.DQPOST, TokenType.DQMID, s.pos);
    }
    s.leave();
  }

  /**
   * Lexes text up to the end of the string or through one interpolation.
   *
   * @return whether that was the end of the string
   */
  private boolean segment(boolean quoted, TokenType last, TokenType more, int start) {
    String value = slurp(quoted);
    StringBuilder joined = null;
    while (true) {
      if (terminator == DOLLAR) {
        int name = s.pos;
        int end = WordLexer.variableEnd(s, name);
        if (end > name) {
          variable(more, joined == null ? value : joined.toString(), start, end);
          return false;
        }
        s.unmatched();
        joined = joined == null ? new StringBuilder(value) : joined;
        joined.append('$').append(slurp(quoted));
      } else {
        String whole = joined == null ? value : joined.toString();
        boolean ends = terminator != DOLLAR_BRACE;
        s.add(ends ? last : more, whole, start, s.pos - start);
        if (!ends) {
          code();
        }
        return ends;
      }
    }
  }

  private void variable(TokenType type, String value, int start, int end) {
    int name = s.pos;
    s.add(type, value, start, name - start - 1);
    s.add(TokenType.VARIABLE, s.text.substring(name, end), name - 1, end - name + 1);
    s.matched(name, end);
    s.pos = end;
  }

  /** Lexes code up to the brace that closes it, or to the end of the text. */
  private void code() {
    int count = s.braceCount;
    s.braceCount++;
    s.skipSpace();
    int first = s.tokens.size();
    while (!s.atEnd()) {
      TokenType token = lexer.lexToken();
      if (token != null) {
        s.after = token;
        if (token == TokenType.RBRACE && s.braceCount == count) {
          s.tokens.removeLast();
          rewriteFirst(first);
          return;
        }
      } else if (!wasInterpolated()) {
        s.skipSpace();
      }
    }
  }

  /** Makes {@code ${name}}, {@code ${name[...]}} and {@code ${name.call}} read a variable. */
  private void rewriteFirst(int first) {
    int count = s.tokens.size() - first;
    if (count == 1 || (count > 1 && isAccess(s.tokens.type(first + 1)))) {
      TokenType type = s.tokens.type(first);
      if (isName(type)) {
        s.tokens.makeVariable(first);
      }
    }
  }

  private static boolean isAccess(TokenType type) {
    return type == TokenType.DOT || type == TokenType.LBRACK;
  }

  private static boolean isName(TokenType type) {
    return type == TokenType.NUMBER
        || type == TokenType.NAME
        || type == TokenType.WORD
        // Puppet looks these two up under another name than they have
        || (type.isKeyword() && type != TokenType.PLAN && type != TokenType.APPLY);
  }

  private String slurp(boolean quoted) {
    return quoted || heredoc == null ? slurpDoubleQuoted() : slurpUnquoted(heredoc);
  }

  private String slurpDoubleQuoted() {
    String last = s.matchedText();
    int start = s.pos;
    int end = terminatorFrom(start, '"');
    if (end >= s.size) {
      String quoted = last.equals("'") ? "\"'\"" : "'" + last + "'";
      throw s.error(Issue.UNCLOSED_QUOTE, quoted, s.followedBy());
    }
    return slurped(start, end, doubleQuoted);
  }

  private String slurpUnquoted(HeredocText how) {
    int start = s.pos;
    int end = s.size;
    if (how.interpolates()) {
      boolean escapable = how.escapes().contains('$');
      end = escapable ? terminatorFrom(start, '$') : s.text.indexOf('$', start);
      end = end < 0 ? s.size : end;
    }
    return slurped(start, end, unquoted);
  }

  /** Returns the first dollar or {@code quote} that has no backslash before it. */
  private int terminatorFrom(int start, char quote) {
    int i = afterQuote(start, quote, '$');
    while (i < s.size) {
      char c = s.chars[i];
      if (c == quote || c == '$') {
        return i;
      }
      i += c == '\\' ? 2 : 1;
    }
    return i;
  }

  /**
   * Skips a terminator at the very start of a text that another one follows. Puppet's expressions
   * take it for the character that must come before the terminator, so three quotes are a string
   * with a quote in it.
   */
  private int afterQuote(int start, char quote, char other) {
    if (start >= s.size || (s.chars[start] != quote && s.chars[start] != other)) {
      return start;
    }
    int end = start + 1;
    while (s.chars[end] == '\\' && s.chars[end + 1] == '\\') {
      end += 2;
    }
    boolean terminated = end < s.size && (s.chars[end] == quote || s.chars[end] == other);
    return terminated ? end : start;
  }

  private String slurped(int start, int end, @Nullable Escapes escapes) {
    int stop = Math.min(end, s.size);
    s.pos = stop + endLength(stop);
    s.matched(Math.max(start, stop - 1), s.pos);
    String raw = s.text.substring(start, stop);
    return escapes == null || raw.indexOf('\\') < 0 ? raw : escapes.replace(raw);
  }

  private int endLength(int end) {
    if (end >= s.size) {
      terminator = NO_TERMINATOR;
      return 0;
    }
    if (s.chars[end] != '$') {
      terminator = CLOSED;
      return 1;
    }
    terminator = s.chars[end + 1] == '{' ? DOLLAR_BRACE : DOLLAR;
    return terminator;
  }
}
