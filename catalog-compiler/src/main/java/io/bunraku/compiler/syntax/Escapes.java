// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Replaces escape sequences ({@code puppet/pops/parser/slurp_support.rb}). Unicode escapes come
 * first and in rounds, so that what they produce takes part in what follows: the escape of a
 * backslash before an {@code n} is a line feed, as in Puppet.
 */
final class Escapes {

  private final LexerState lexer;
  private final EscapeSet allowed;
  private final boolean warns;

  Escapes(LexerState lexer, EscapeSet allowed, boolean warns) {
    this.lexer = lexer;
    this.allowed = allowed;
    this.warns = warns;
  }

  /** Replaces {@code \\} and {@code \'}, the only escapes between single quotes. */
  static String singleQuoted(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length() && isSingleQuotedEscape(raw.charAt(i + 1))) {
        c = raw.charAt(++i);
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isSingleQuotedEscape(char c) {
    return c == '\\' || c == '\'';
  }

  /** Replaces all escapes of the set. */
  String replace(String raw) {
    return simple(allowed.contains('u') && raw.contains("\\u") ? unicode(raw) : raw);
  }

  private String simple(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        i = escape(raw, i + 1, out);
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private int escape(String raw, int i, StringBuilder out) {
    char c = raw.charAt(i);
    if (c == '\n') {
      return lineBreak(raw, i, i + 1, out);
    }
    if (c == '\r') {
      boolean crlf = i + 1 < raw.length() && raw.charAt(i + 1) == '\n';
      return crlf ? lineBreak(raw, i, i + 2, out) : keep(out, i);
    }
    if (!allowed.contains(c)) {
      return unknown(raw, i, out);
    }
    return known(c, i, out);
  }

  private static int keep(StringBuilder out, int next) {
    out.append('\\');
    return next;
  }

  private int lineBreak(String raw, int from, int to, StringBuilder out) {
    if (!allowed.lineBreak()) {
      warnUnrecognized(raw.substring(from, to));
      out.append('\\').append(raw, from, to);
    }
    return to;
  }

  private int known(char c, int i, StringBuilder out) {
    switch (c) {
      case 'r' -> out.append('\r');
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 's' -> out.append(' ');
      case 'u' -> {
        lexer.warn(Issue.ILLEGAL_UNICODE_ESCAPE);
        out.append("\\u");
      }
      default -> out.append(c);
    }
    return i + 1;
  }

  private int unknown(String raw, int i, StringBuilder out) {
    int end = raw.offsetByCodePoints(i, 1);
    warnUnrecognized(raw.substring(i, end));
    out.append('\\').append(raw, i, end);
    return end;
  }

  private void warnUnrecognized(String sequence) {
    if (warns) {
      lexer.warn(Issue.UNRECOGNIZED_ESCAPE, sequence);
    }
  }

  private String unicode(String raw) {
    String before = raw;
    String after = unicodeRound(before);
    while (after != null) {
      before = after;
      after = unicodeRound(before);
    }
    return before;
  }

  /** Replaces escapes once from left to right; null when there was nothing to replace. */
  private @Nullable String unicodeRound(String s) {
    StringBuilder out = new StringBuilder(s.length());
    int done = 0;
    int run = s.indexOf('\\');
    while (run >= 0) {
      int end = run;
      while (end < s.length() && s.charAt(end) == '\\') {
        end++;
      }
      UnicodeEscape found = (end - run) % 2 == 1 ? UnicodeEscape.at(s, end) : null;
      if (found != null && mayStart(s, run, done)) {
        out.append(s, done, end - 1).append(character(found));
        done = found.end();
        end = done;
      }
      run = s.indexOf('\\', end);
    }
    return done == 0 ? null : out.append(s, done, s.length()).toString();
  }

  /** An escape needs a character before it that no other escape of the round has used. */
  private static boolean mayStart(String s, int run, int done) {
    return run == 0 || s.charAt(run - 1) == '\n' || run > done;
  }

  private String character(UnicodeEscape escape) {
    int code = escape.codePoint();
    if (!Character.isValidCodePoint(code) || (code >= 0xd800 && code <= 0xdfff)) {
      throw lexer.error(Issue.ILLEGAL_UNICODE_ESCAPE);
    }
    return Character.toString(code);
  }

  /** A well-formed escape: what it stands for and where it ends. */
  private record UnicodeEscape(int codePoint, int end) {

    static @Nullable UnicodeEscape at(String s, int u) {
      if (u >= s.length() || s.charAt(u) != 'u') {
        return null;
      }
      boolean braced = u + 1 < s.length() && s.charAt(u + 1) == '{';
      return braced ? braced(s, u + 2) : plain(s, u + 1);
    }

    private static @Nullable UnicodeEscape plain(String s, int start) {
      int end = digits(s, start, 4);
      return end == start + 4 ? of(s, start, end, end) : null;
    }

    private static @Nullable UnicodeEscape braced(String s, int start) {
      int end = digits(s, start, 6);
      boolean closed = end > start && end < s.length() && s.charAt(end) == '}';
      return closed ? of(s, start, end, end + 1) : null;
    }

    private static int digits(String s, int start, int most) {
      int end = start;
      while (end < s.length() && end - start < most && Characters.isHex(s.charAt(end))) {
        end++;
      }
      return end;
    }

    private static UnicodeEscape of(String s, int start, int digitsEnd, int end) {
      return new UnicodeEscape(Integer.parseInt(s, start, digitsEnd, 16), end);
    }
  }
}
