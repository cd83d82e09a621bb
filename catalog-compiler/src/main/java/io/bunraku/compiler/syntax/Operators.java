// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tokens that always have the same characters, longest first. */
final class Operators {

  private Operators() {}

  static int length(TokenType type) {
    return Objects.requireNonNull(type.text()).length();
  }

  /** Returns the operator at a place, or null. The text must have two characters behind it. */
  static @Nullable TokenType at(char[] chars, int pos) {
    char next = chars[pos + 1];
    return switch (chars[pos]) {
      case '.' -> TokenType.DOT;
      case ',' -> TokenType.COMMA;
      case ';' -> TokenType.SEMIC;
      case '?' -> TokenType.QMARK;
      case '*' -> TokenType.TIMES;
      case '%' -> TokenType.MODULO;
      case '=' -> equal(next);
      case '+' -> plus(next);
      case '-' -> minus(next);
      case '!' -> bang(next);
      case '~' -> next == '>' ? TokenType.IN_EDGE_SUB : TokenType.TILDE;
      case '<' -> less(next, chars[pos + 2]);
      case '>' -> greater(next);
      case '|' -> bar(next, chars[pos + 2]);
      default -> null;
    };
  }

  private static TokenType equal(char next) {
    return switch (next) {
      case '=' -> TokenType.ISEQUAL;
      case '>' -> TokenType.FARROW;
      case '~' -> TokenType.MATCH;
      default -> TokenType.EQUALS;
    };
  }

  private static TokenType plus(char next) {
    return switch (next) {
      case '=' -> TokenType.APPENDS;
      case '>' -> TokenType.PARROW;
      default -> TokenType.PLUS;
    };
  }

  private static TokenType minus(char next) {
    return switch (next) {
      case '=' -> TokenType.DELETES;
      case '>' -> TokenType.IN_EDGE;
      default -> TokenType.MINUS;
    };
  }

  private static TokenType bang(char next) {
    return switch (next) {
      case '=' -> TokenType.NOTEQUAL;
      case '~' -> TokenType.NOMATCH;
      default -> TokenType.NOT;
    };
  }

  private static TokenType less(char next, char third) {
    return switch (next) {
      case '<' -> third == '|' ? TokenType.LLCOLLECT : TokenType.LSHIFT;
      case '=' -> TokenType.LESSEQUAL;
      case '|' -> TokenType.LCOLLECT;
      case '-' -> TokenType.OUT_EDGE;
      case '~' -> TokenType.OUT_EDGE_SUB;
      default -> TokenType.LESSTHAN;
    };
  }

  private static TokenType greater(char next) {
    return switch (next) {
      case '>' -> TokenType.RSHIFT;
      case '=' -> TokenType.GREATEREQUAL;
      default -> TokenType.GREATERTHAN;
    };
  }

  private static TokenType bar(char next, char third) {
    if (next != '>') {
      return TokenType.PIPE;
    }
    return third == '>' ? TokenType.RRCOLLECT : TokenType.RCOLLECT;
  }
}
