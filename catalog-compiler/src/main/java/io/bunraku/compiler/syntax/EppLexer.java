// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import io.bunraku.compiler.syntax.LexerState.EppMode;
import org.jspecify.annotations.Nullable;

/** The text of templates and the tags around code in it ({@code epp_support.rb}). */
final class EppLexer {

  private final LexerState s;

  EppLexer(LexerState state) {
    this.s = state;
  }

  void begin() {
    s.eppMode = EppMode.TEXT;
    s.add(TokenType.EPP_START, null, 0, 0);
    text(false);
  }

  /** Reads the end of a tag and the text after it, if there is one here. */
  boolean closesTag() {
    boolean trims = s.chars[s.pos] == '-';
    int percent = trims ? s.pos + 1 : s.pos;
    if (s.chars[percent] != '%' || s.chars[percent + 1] != '>') {
      return false;
    }
    int start = s.pos;
    s.pos = percent + 2;
    if (s.eppMode == EppMode.EXPRESSION) {
      s.add(trims ? TokenType.EPP_END_TRIM : TokenType.EPP_END, null, start, s.pos - start);
    }
    if (!trims) {
      s.eppMode = EppMode.TEXT;
    }
    text(trims);
    return true;
  }

  /** Reads text up to the code that follows it. */
  private void text(boolean trimStart) {
    int start = s.pos;
    Scanned scanned = new Scanner(trimStart).scan();
    String found = scanned.text();
    if (found != null && (scanned.mode() == EppMode.TEXT || !found.isEmpty())) {
      s.add(TokenType.RENDER_STRING, found, start, s.pos - start);
    }
    s.eppOpen = scanned.mode() != EppMode.TEXT;
    if (scanned.mode() == EppMode.EXPRESSION) {
      s.add(TokenType.RENDER_EXPR, null, start, 0);
    }
    if (scanned.mode() != EppMode.TEXT) {
      s.eppMode = scanned.mode();
    }
  }

  /** The text before a tag, null when it is lost, and what the tag holds. */
  private record Scanned(@Nullable String text, EppMode mode) {}

  /** Reads text, comments and escaped tags. */
  private final class Scanner {

    private final StringBuilder out = new StringBuilder();
    private boolean trimStart;

    Scanner(boolean trimStart) {
      this.trimStart = trimStart;
    }

    Scanned scan() {
      while (!s.atEnd()) {
        boolean tag = part();
        if (s.atEnd()) {
          if (tag) {
            throw s.error(Issue.EPP_UNBALANCED_EXPRESSION);
          }
          return new Scanned(out.toString(), EppMode.TEXT);
        }
        switch (s.chars[s.pos]) {
          case '%' -> {
            s.pos++;
            out.append("<%");
          }
          case '#' -> comment();
          case '=' -> {
            s.pos++;
            return new Scanned(out.toString(), EppMode.EXPRESSION);
          }
          case '-' -> {
            s.pos++;
            trimEnd();
            return new Scanned(out.toString(), EppMode.CODE);
          }
          default -> {
            return new Scanned(out.toString(), EppMode.CODE);
          }
        }
      }
      // as in Puppet, text is lost when a comment or an escaped tag ends the template
      return new Scanned(null, EppMode.TEXT);
    }

    /** Reads text up to and through the opening of a tag; false at the end of the template. */
    private boolean part() {
      int open = s.text.indexOf("<%", s.pos);
      int end = open < 0 ? s.size : open;
      String part = s.text.substring(s.pos, end);
      out.append((trimStart ? withoutLineEnd(part) : part).replace("%%>", "%>"));
      trimStart = false;
      s.pos = open < 0 ? s.size : open + 2;
      return open >= 0;
    }

    private void comment() {
      int end = commentEnd();
      if (end < 0) {
        throw s.error(Issue.EPP_UNBALANCED_COMMENT);
      }
      if (s.chars[s.pos + 1] == '-') {
        trimEnd();
      }
      s.pos = end;
      trimStart = s.chars[end - 3] == '-';
    }

    /** Returns where the comment ends, behind its tag, or -1. */
    private int commentEnd() {
      int close = s.text.indexOf("%>", s.pos + 1);
      while (close > 0 && s.chars[close - 1] == '%') {
        close = s.text.indexOf("%>", close + 1);
      }
      return close < 0 ? -1 : close + 2;
    }

    private void trimEnd() {
      int length = out.length();
      while (length > 0 && (out.charAt(length - 1) == ' ' || out.charAt(length - 1) == '\t')) {
        length--;
      }
      out.setLength(length);
    }
  }

  private static String withoutLineEnd(String part) {
    int i = 0;
    while (i < part.length() && (part.charAt(i) == ' ' || part.charAt(i) == '\t')) {
      i++;
    }
    if (i < part.length() && part.charAt(i) == '\r') {
      i++;
    }
    if (i < part.length() && part.charAt(i) == '\n') {
      i++;
    }
    return part.substring(i);
  }
}
