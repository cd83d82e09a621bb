// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Ruby's JSON parser gives up in a text that is no JSON. It does so at the outermost value
 * that it could not finish, but within arrays and at names like {@code NaN} where they stand.
 */
final class RubyJsonError {

  private static final Pattern IGNORED =
      Pattern.compile("(?:[ \\t\\r\\n]|/\\*[\\s\\S]*?\\*/|//[^\\n]*\\n)*");
  private static final Pattern SCALAR =
      Pattern.compile(
          "null|true|false|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?(?![0-9.eE])");
  private static final Pattern STRING =
      Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]|\\\\u[0-9a-fA-F]{4}|\\\\[^u\\x00-\\x1f])*+\"");
  private static final int MAX_NESTING = 1000;
  private static final Pattern REFUSED = Pattern.compile("NaN|-?Infinity");

  /** Ends the reading where Ruby raises at once. */
  private static final class Raised extends RuntimeException {
    private final int at;

    Raised(int at) {
      super(null, null, false, false);
      this.at = at;
    }
  }

  private final String text;
  private int depth;

  private RubyJsonError(String text) {
    this.text = text;
  }

  /** The part of the text that the message shows. */
  static String rest(String text) {
    return text.substring(new RubyJsonError(text).failure());
  }

  private int failure() {
    int start = skip(0);
    try {
      int end = value(start);
      return end < 0 ? start : skip(end);
    } catch (Raised e) {
      return e.at;
    }
  }

  private int skip(int from) {
    return end(IGNORED, from);
  }

  private int end(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() : -1;
  }

  private boolean has(int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** The end of a value, or -1 when there is none. */
  private int value(int from) {
    if (++depth > MAX_NESTING) {
      throw new Raised(from);
    }
    int end = unlimited(from);
    depth--;
    return end;
  }

  private int unlimited(int from) {
    if (has(from, '{')) {
      return object(from);
    }
    if (has(from, '[')) {
      return array(from);
    }
    if (end(REFUSED, from) >= 0) {
      throw new Raised(from);
    }
    return Math.max(end(STRING, from), end(SCALAR, from));
  }

  private int object(int from) {
    int at = skip(from + 1);
    if (has(at, '}')) {
      return at + 1;
    }
    while (true) {
      int name = end(STRING, at);
      int colon = name < 0 ? -1 : skip(name);
      if (colon < 0 || !has(colon, ':')) {
        return -1;
      }
      int end = value(skip(colon + 1));
      if (end < 0) {
        return -1;
      }
      at = skip(end);
      if (has(at, '}')) {
        return at + 1;
      }
      if (!has(at, ',')) {
        return -1;
      }
      at = skip(at + 1);
    }
  }

  private int array(int from) {
    int at = skip(from + 1);
    if (has(at, ']')) {
      return at + 1;
    }
    while (true) {
      int end = value(at);
      if (end < 0) {
        throw new Raised(at);
      }
      at = skip(end);
      if (has(at, ']')) {
        return at + 1;
      }
      if (!has(at, ',')) {
        throw new Raised(at);
      }
      at = skip(at + 1);
    }
  }
}
