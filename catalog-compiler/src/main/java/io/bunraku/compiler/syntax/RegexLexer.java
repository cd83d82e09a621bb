// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.nio.charset.StandardCharsets;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;
import org.joni.WarnCallback;
import org.joni.exception.JOniException;

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
    if (isPlain(pattern)) {
      return;
    }
    byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
    try {
      new Regex(
          bytes,
          0,
          bytes.length,
          Option.NONE,
          UTF8Encoding.INSTANCE,
          Syntax.RUBY,
          WarnCallback.NONE);
    } catch (JOniException e) {
      throw new SyntaxException(
          new Diagnostic(
              Severity.ERROR, null, e.getMessage() + ": /" + escaped(pattern) + "/", null, 0, 0));
    }
  }

  /** Returns the pattern as Ruby shows it. */
  static String escaped(String pattern) {
    return pattern.replace("/", "\\/");
  }

  /** Most patterns have nothing that could be wrong. */
  private static boolean isPlain(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (!Characters.isWord(c) && "^$.-/:, ".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
