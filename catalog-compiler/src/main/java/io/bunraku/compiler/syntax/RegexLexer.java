// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** The slash: a regular expression where an operand may stand, else division. */
final class RegexLexer {

  private final LexerState s;

  RegexLexer(LexerState state) {
    this.s = state;
  }

  TokenType regexOrDivision() {
    if (s.after != null && s.after.endsOperand()) {
      return s.emit(TokenType.DIV, 1);
    }
    int start = s.pos;
    int end = patternEnd(start + 1);
    if (end >= s.size) {
      s.unmatched();
      return s.emit(TokenType.DIV, 1);
    }
    String pattern = s.text.substring(start + 1, end).replace("\\/", "/");
    assertValid(pattern);
    s.pos = end + 1;
    s.matched(start, s.pos);
    s.add(TokenType.REGEX, pattern, start, s.pos - start);
    return TokenType.REGEX;
  }

  private int patternEnd(int start) {
    int i = start;
    while (i < s.size && s.chars[i] != '/') {
      i += s.chars[i] == '\\' ? 2 : 1;
    }
    return i;
  }

  /** Ruby compiles the pattern at once, and what it says has no position. */
  private static void assertValid(String pattern) {
    String error = RegexSyntax.errorIn(pattern);
    if (error != null) {
      String message = error + ": /" + RegexSyntax.escaped(pattern) + "/";
      throw new SyntaxException(new Diagnostic(Severity.ERROR, null, message, null, 0, 0));
    }
  }
}
