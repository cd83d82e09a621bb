// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.Nullable;

/**
 * What the parts of the lexer share about one text: where it stands, what came before, and how to
 * complain. A heredoc has a state of its own over its processed text, writing into the same tokens.
 */
final class LexerState {

  /** How an EPP template is read, null in a manifest. */
  enum EppMode {
    TEXT,
    CODE,
    EXPRESSION
  }

  final Source source;
  final String text;
  final char[] chars;
  final int size;
  final Tokens tokens;
  final boolean tasks;
  final @Nullable Margins margins;

  /** How many strings and heredocs are open around this place. */
  int depth;

  int pos;
  int braceCount;
  @Nullable TokenType after;

  /** Where the line starts, as far as line breaks outside strings and comments are concerned. */
  int lineStart;

  /** The first place of the line that is not white space, or -1 when not looked for yet. */
  int lineText = -1;

  /** Where to go on at the next line break, behind the heredocs of this line; 0 if none. */
  int newlineJump;

  @Nullable EppMode eppMode;
  boolean eppOpen;

  /** What the last search of Puppet's scanner found: it shows in one error message. */
  int matchStart = -1;

  int matchEnd;

  /** Creates the state at the start of a whole file. */
  LexerState(Source source, Tokens tokens, boolean tasks) {
    this(source, source.text(), tokens, tasks, null, 0);
  }

  /** Creates the state at the start of a heredoc's processed text. */
  LexerState(LexerState outer, String text, Margins margins) {
    this(outer.source, text, outer.tokens, outer.tasks, margins, outer.depth);
  }

  private LexerState(
      Source source,
      String text,
      Tokens tokens,
      boolean tasks,
      @Nullable Margins margins,
      int depth) {
    this.source = source;
    this.text = text;
    this.size = text.length();
    this.chars = new char[size + 3];
    text.getChars(0, size, chars, 0);
    this.tokens = tokens;
    this.tasks = tasks;
    this.margins = margins;
    this.depth = depth;
  }

  boolean atEnd() {
    return pos >= size;
  }

  void matched(int start, int end) {
    matchStart = start;
    matchEnd = end;
  }

  void unmatched() {
    matchStart = -1;
  }

  String matchedText() {
    return matchStart < 0 ? "" : text.substring(matchStart, matchEnd);
  }

  /** Adds a token that starts at a place of this text. */
  void add(TokenType type, @Nullable String value, int start, int length) {
    tokens.add(type, value, margins == null ? start : margins.toGlobal(start), length);
  }

  /** Adds a token that always has the same text, and moves behind it. */
  TokenType emit(TokenType type, int length) {
    add(type, null, pos, length);
    pos += length;
    return type;
  }

  /** Skips white space but line breaks. */
  void skipSpace() {
    int start = pos;
    while (pos < size && Characters.isSpace(chars[pos])) {
      pos++;
    }
    if (pos > start) {
      matched(start, pos);
    } else {
      unmatched();
    }
  }

  /** Begins a new line at the current place. */
  void startLine() {
    lineStart = pos;
    lineText = -1;
  }

  /** Whether there is only white space before the current place on its line. */
  boolean isFirstOnLine() {
    if (lineText < 0) {
      lineText = lineStart;
      while (lineText < size && Characters.isSpace(chars[lineText])) {
        lineText++;
      }
    }
    return pos <= lineText;
  }

  /** Enters a string or heredoc, which may hold code that holds strings. */
  void enter() {
    if (++depth > Parser.MAX_DEPTH) {
      throw error(Issue.NESTED_TOO_DEEPLY, Parser.MAX_DEPTH);
    }
  }

  void leave() {
    depth--;
  }

  /** Creates an error about the current place. */
  SyntaxException error(Issue issue, Object... arguments) {
    return errorAt(pos, issue, arguments);
  }

  SyntaxException errorAt(int offset, Issue issue, Object... arguments) {
    return new SyntaxException(diagnosticAt(offset, issue, arguments));
  }

  private Diagnostic diagnosticAt(int offset, Issue issue, Object... arguments) {
    int global = margins == null ? offset : margins.toGlobal(offset);
    return Diagnostic.error(issue, source, global, arguments);
  }

  /** Warns about the current place. */
  void warn(Issue issue, Object... arguments) {
    Diagnostic found = diagnosticAt(pos, issue, arguments);
    tokens
        .warnings()
        .add(
            new Diagnostic(
                Severity.WARNING,
                found.issueCode(),
                found.message(),
                found.file(),
                found.line(),
                found.column()));
  }

  /** The next characters as Puppet quotes them in messages. */
  String followedBy() {
    if (atEnd()) {
      return "<eof>";
    }
    int end = pos;
    for (int i = 0; i < 5 && end < size; i++) {
      end = text.offsetByCodePoints(end, 1);
    }
    String next = text.substring(pos, end);
    return next.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r") + "...";
  }
}
