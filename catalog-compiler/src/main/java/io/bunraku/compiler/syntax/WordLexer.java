// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** Names, type references, variables and bare words. */
final class WordLexer {

  private final LexerState s;

  /** Whether the last segment of a word has a hyphen in it. */
  private boolean hyphened;

  WordLexer(LexerState state) {
    this.s = state;
  }

  /** Lexes a keyword, a name, or a word that is none because of hyphens or underscores. */
  TokenType bareWord() {
    int start = s.pos;
    char[] chars = s.chars;
    boolean isName = true;
    int end = start;
    int segment = start;
    while (Characters.isLower(chars[segment]) || chars[segment] == '_') {
      end = segmentEnd(segment + 1);
      isName &= chars[segment] != '_' && !hyphened;
      segment = chars[end] == ':' && chars[end + 1] == ':' ? end + 2 : s.size;
    }
    return word(start, end, isName);
  }

  /** Returns where letters, digits and hyphens end; hyphens at the end are operators. */
  private int segmentEnd(int start) {
    char[] chars = s.chars;
    int end = start;
    int hyphen = s.size;
    while (Characters.isWord(chars[end]) || chars[end] == '-') {
      if (chars[end] == '-' && hyphen == s.size) {
        hyphen = end;
      }
      end++;
    }
    while (chars[end - 1] == '-') {
      end--;
    }
    hyphened = hyphen < end;
    return end;
  }

  private TokenType word(int start, int end, boolean isName) {
    s.pos = end;
    s.matched(start, end);
    String value = s.text.substring(start, end);
    TokenType keyword = isName ? TokenType.keyword(value, s.tasks) : null;
    TokenType type = keyword != null ? keyword : isName ? TokenType.NAME : TokenType.WORD;
    s.add(type, value, start, end - start);
    return type;
  }

  TokenType classReference() {
    int start = s.pos;
    int end = classReferenceEnd(start);
    if (s.chars[end] == ':' && s.chars[end + 1] == ':') {
      throw s.errorAt(end + 1, Issue.ILLEGAL_CLASS_REFERENCE);
    }
    return reference(start, end);
  }

  private TokenType reference(int start, int end) {
    s.pos = end;
    s.matched(start, end);
    s.add(TokenType.CLASSREF, s.text.substring(start, end), start, end - start);
    return TokenType.CLASSREF;
  }

  private int classReferenceEnd(int start) {
    char[] chars = s.chars;
    int end = start;
    int segment = start;
    while (Characters.isUpper(chars[segment])) {
      end = segment + 1;
      while (Characters.isWord(chars[end])) {
        end++;
      }
      segment = chars[end] == ':' && chars[end + 1] == ':' ? end + 2 : s.size;
    }
    return end;
  }

  /** Lexes what begins with two colons. */
  TokenType qualified() {
    int start = s.pos;
    char first = s.chars[start + 2];
    if (Characters.isUpper(first)) {
      return qualifiedReference(start);
    }
    if (!Characters.isLower(first) && first != '_') {
      throw start + 2 >= s.size ? nothingFollows() : illegalName(start);
    }
    s.pos = start + 2;
    int added = s.tokens.size();
    bareWord();
    s.tokens.removeLast();
    return absolute(start, added);
  }

  private TokenType absolute(int start, int index) {
    TokenType type = s.tokens.type(index) == TokenType.WORD ? TokenType.WORD : TokenType.NAME;
    s.matched(start, s.pos);
    s.add(type, s.text.substring(start, s.pos), start, s.pos - start);
    return type;
  }

  private TokenType qualifiedReference(int start) {
    int end = classReferenceEnd(start + 2);
    if (s.chars[end] == ':' && s.chars[end + 1] == ':') {
      throw s.errorAt(end + 3, Issue.ILLEGAL_FULLY_QUALIFIED_CLASS_REFERENCE);
    }
    return reference(start, end);
  }

  private SyntaxException illegalName(int start) {
    s.unmatched();
    return s.errorAt(start + 2, Issue.ILLEGAL_FULLY_QUALIFIED_NAME);
  }

  /** Puppet stumbles here itself, and this is what it says then. */
  private static SyntaxException nothingFollows() {
    return new SyntaxException(
        new Diagnostic(
            Severity.ERROR,
            null,
            "undefined method `>=' for nil:NilClass\n\n"
                + "          if la2 >= 'A' && la2 <= 'Z'\n                 ^^",
            null,
            0,
            0));
  }

  /** Lexes a variable. A lone dollar is one without a name, for the checker to complain about. */
  TokenType variable() {
    int start = s.pos;
    int end = variableEnd(s, start + 1);
    if (end == start + 1) {
      s.unmatched();
    } else {
      s.matched(start, end);
    }
    s.pos = end;
    s.add(TokenType.VARIABLE, s.text.substring(start + 1, end), start, end - start);
    return TokenType.VARIABLE;
  }

  /** Returns where the name of a variable ends, which is its start if there is none. */
  static int variableEnd(LexerState s, int start) {
    char[] chars = s.chars;
    boolean absolute = chars[start] == ':' && chars[start + 1] == ':';
    int segment = absolute ? start + 2 : start;
    int end = start;
    while (Characters.isWord(chars[segment])) {
      end = segment + 1;
      while (Characters.isWord(chars[end])) {
        end++;
      }
      segment = chars[end] == ':' && chars[end + 1] == ':' ? end + 2 : s.size;
    }
    return end;
  }
}
