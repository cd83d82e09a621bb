// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import org.jspecify.annotations.Nullable;

/**
 * Finds what Ruby's JSON parser (2.6, as with Puppet) would complain of, in its words: an error in
 * an array is told where it is, one in an object only where the outermost object around it begins
 * that is not in an array.
 */
public final class JsonSyntax {

  private static final int DEEPEST = 100;
  private static final int FAILED = -1;

  /** The numbers are line numbers of Ruby's parser and part of its messages. */
  private static final int IN_DOCUMENT = 859;

  private static final int IN_ARRAY = 451;
  private static final int NOT_A_NUMBER = 225;
  private static final int NEGATIVE_INFINITY = 249;

  private final String text;
  private @Nullable String error;
  private int depth;

  private JsonSyntax(String text) {
    this.text = text;
  }

  /** Returns the message, or null when the text is JSON. */
  public static @Nullable String errorIn(String text) {
    return new JsonSyntax(text).document();
  }

  private @Nullable String document() {
    int start = skipIgnored(0);
    int end = value(start);
    int rest = end == FAILED ? start : skipIgnored(end);
    if (error == null && (end == FAILED || rest < text.length())) {
      fail(IN_DOCUMENT, rest);
    }
    return error;
  }

  private int fail(int where, int at) {
    if (error == null) {
      error = where + ": unexpected token at '" + text.substring(at) + "'";
    }
    return FAILED;
  }

  private char at(int p) {
    return p < text.length() ? text.charAt(p) : '\0';
  }

  private int value(int p) {
    return switch (at(p)) {
      case '"' -> string(p);
      case '[' -> nested(p, true);
      case '{' -> nested(p, false);
      case 't' -> word(p, "true");
      case 'f' -> word(p, "false");
      case 'n' -> word(p, "null");
      case 'N' -> text.startsWith("NaN", p) ? fail(NOT_A_NUMBER, p) : FAILED;
      default -> text.startsWith("-Infinity", p) ? fail(NEGATIVE_INFINITY, p) : number(p);
    };
  }

  private int word(int p, String word) {
    return text.startsWith(word, p) ? p + word.length() : FAILED;
  }

  private int nested(int p, boolean array) {
    if (++depth > DEEPEST) {
      error = error == null ? "nesting of " + depth + " is too deep" : error;
      return FAILED;
    }
    int end = array ? array(p) : object(p);
    depth--;
    return end;
  }

  private int array(int start) {
    int p = skipIgnored(start + 1);
    if (at(p) == ']') {
      return p + 1;
    }
    while (true) {
      int end = value(p);
      if (end == FAILED) {
        return fail(IN_ARRAY, p);
      }
      p = skipIgnored(end);
      if (at(p) == ']') {
        return p + 1;
      }
      if (at(p) != ',') {
        return fail(IN_ARRAY, p);
      }
      p = skipIgnored(p + 1);
    }
  }

  private int object(int start) {
    int p = skipIgnored(start + 1);
    if (at(p) == '}') {
      return p + 1;
    }
    while (true) {
      int end = pair(p);
      p = end == FAILED ? FAILED : skipIgnored(end);
      if (p == FAILED || at(p) == '}') {
        return p == FAILED ? FAILED : p + 1;
      }
      if (at(p) != ',') {
        return FAILED;
      }
      p = skipIgnored(p + 1);
    }
  }

  private int pair(int start) {
    int key = at(start) == '"' ? string(start) : FAILED;
    int colon = key == FAILED ? FAILED : skipIgnored(key);
    return colon == FAILED || at(colon) != ':' ? FAILED : value(skipIgnored(colon + 1));
  }

  private int string(int start) {
    int p = start + 1;
    while (p < text.length() && text.charAt(p) != '"') {
      boolean escape = text.charAt(p) == '\\';
      p += escape ? 2 : 1;
      if (at(p - 1) < ' ' || (escape && at(p - 1) == 'u' && !isHex(p))) {
        return FAILED;
      }
    }
    return p < text.length() ? p + 1 : FAILED;
  }

  private boolean isHex(int p) {
    return text.length() >= p + 4
        && text.substring(p, p + 4).chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
  }

  private int number(int start) {
    int p = at(start) == '-' ? start + 1 : start;
    int integer = at(p) == '0' ? p + 1 : digits(p);
    if (integer == p) {
      return FAILED;
    }
    int fraction = at(integer) == '.' ? digits(integer + 1) : integer;
    boolean bare = at(integer) == '.' && fraction == integer + 1;
    int end = bare ? integer : exponent(fraction);
    boolean continues = end > integer && "0123456789eE.-".indexOf(at(end)) >= 0;
    if (bare || end == integer || continues) {
      return at(integer) >= '0' && at(integer) <= '9' ? FAILED : integer;
    }
    return end;
  }

  private int exponent(int p) {
    if (at(p) != 'e' && at(p) != 'E') {
      return p;
    }
    int digits = at(p + 1) == '+' || at(p + 1) == '-' ? p + 2 : p + 1;
    int end = digits(digits);
    return end == digits ? p : end;
  }

  private int digits(int start) {
    int p = start;
    while (at(p) >= '0' && at(p) <= '9') {
      p++;
    }
    return p;
  }

  /** Skips white space and comments. */
  private int skipIgnored(int start) {
    int p = start;
    while (true) {
      if (p < text.length() && " \t\r\n".indexOf(text.charAt(p)) >= 0) {
        p++;
      } else if (text.startsWith("/*", p) || text.startsWith("//", p)) {
        String close = at(p + 1) == '*' ? "*/" : "\n";
        int end = text.indexOf(close, p + 2);
        if (end < 0) {
          fail(IN_DOCUMENT, text.length());
          return text.length();
        }
        p = end + close.length();
      } else {
        return p;
      }
    }
  }
}
