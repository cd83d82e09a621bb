// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Heredocs ({@code heredoc_support.rb}). */
final class HeredocLexer {

  private static final Pattern TAG =
      Pattern.compile(
          "@\\(([^:/\\r\\n)]+)(?::\\h*([a-z][a-zA-Z0-9_+]+)\\h*)?(?:/((?:\\w|[$])*)\\h*)?\\)");
  private static final String ALL_ESCAPES = "trnsuL$";

  private final LexerState s;

  HeredocLexer(LexerState state) {
    this.s = state;
  }

  /** What stands between the parentheses. */
  private record Tag(String end, String syntax, StringLexer.HeredocText text) {}

  /** The line that ends a heredoc: what is before the bar, and its two marks. */
  private record EndLine(String leading, boolean hasMargin, boolean removesBreak) {}

  void heredoc() {
    if (s.margins != null) {
      throw s.error(Issue.HEREDOC_IN_HEREDOC);
    }
    int start = s.pos;
    Tag tag = tag();
    int afterTag = s.pos;
    s.add(TokenType.HEREDOC, tag.syntax(), start, afterTag - start);
    s.pos = s.newlineJump > 0 ? s.newlineJump : nextLine();
    text(tag);
    s.pos = afterTag;
  }

  private Tag tag() {
    int start = s.pos;
    int close = s.text.indexOf(')', start);
    if (close < 0) {
      throw s.error(Issue.HEREDOC_UNCLOSED_PARENTHESIS, s.followedBy());
    }
    s.pos = close + 1;
    Matcher matcher = TAG.matcher(s.text).region(start, s.pos);
    if (!matcher.find()) {
      throw s.error(Issue.HEREDOC_INVALID_SYNTAX);
    }
    String end = matcher.group(1).strip();
    boolean quoted = end.length() > 1 && end.startsWith("\"") && end.endsWith("\"");
    String name = quoted ? end.substring(1, end.length() - 1).strip() : end;
    if (name.isEmpty()) {
      throw s.error(Issue.HEREDOC_EMPTY_ENDTAG);
    }
    String syntax = matcher.group(2);
    EscapeSet escapes = escapes(matcher.group(3));
    return new Tag(
        name, syntax == null ? "" : syntax, new StringLexer.HeredocText(escapes, quoted));
  }

  private EscapeSet escapes(@Nullable String flags) {
    if (flags == null) {
      return EscapeSet.NONE;
    }
    String chosen = flags.isEmpty() ? ALL_ESCAPES : flags;
    if (chosen.chars().distinct().count() < chosen.length()) {
      throw s.error(Issue.HEREDOC_MULTIPLE_AT_ESCAPES, String.join(", ", chosen.split("")));
    }
    for (int i = 0; i < chosen.length(); i++) {
      if (ALL_ESCAPES.indexOf(chosen.charAt(i)) < 0) {
        throw s.error(Issue.HEREDOC_INVALID_ESCAPE, chosen.charAt(i));
      }
    }
    return new EscapeSet("\\" + chosen.replace("L", ""), chosen.contains("L"));
  }

  private int nextLine() {
    int lineBreak = s.text.indexOf('\n', s.pos);
    if (lineBreak < 0) {
      throw s.error(Issue.HEREDOC_WITHOUT_TEXT);
    }
    return lineBreak + 1;
  }

  private void text(Tag tag) {
    int start = s.pos;
    List<String> lines = new ArrayList<>();
    while (s.pos < s.size) {
      int lineBreak = s.text.indexOf('\n', s.pos);
      int end = lineBreak < 0 ? s.size : lineBreak + 1;
      EndLine endLine = endLine(s.pos, end, tag.end());
      if (endLine != null) {
        s.newlineJump = end;
        s.matched(end == s.size && lineBreak < 0 ? end : end - 1, end);
        lexText(tag, lines, endLine, start);
        return;
      }
      lines.add(s.text.substring(s.pos, end));
      s.pos = end;
    }
    throw s.errorAt(start, Issue.HEREDOC_WITHOUT_END_TAGGED_LINE);
  }

  /** Returns the end of the heredoc if this line is it: whatever ends in the tag is. */
  private @Nullable EndLine endLine(int start, int end, String tag) {
    int last = end;
    if (last > start && s.chars[last - 1] == '\n') {
      last--;
    }
    if (last > start && s.chars[last - 1] == '\r') {
      last--;
    }
    last = skipBlanksBack(start, last);
    int at = last - tag.length();
    if (at < start || !s.text.startsWith(tag, at)) {
      return null;
    }
    int dash = skipBlanksBack(start, at);
    boolean removesBreak = dash > start && s.chars[dash - 1] == '-';
    int bar = removesBreak ? skipBlanksBack(start, dash - 1) : dash;
    boolean hasMargin = bar > start && s.chars[bar - 1] == '|';
    int leadingEnd = hasMargin ? bar - 1 : removesBreak ? dash - 1 : at;
    int leadingStart = skipBlanksBack(start, leadingEnd);
    return new EndLine(s.text.substring(leadingStart, leadingEnd), hasMargin, removesBreak);
  }

  private int skipBlanksBack(int start, int end) {
    int at = end;
    while (at > start && Characters.isBlank(s.chars[at - 1])) {
      at--;
    }
    return at;
  }

  private void lexText(Tag tag, List<String> lines, EndLine endLine, int start) {
    StringBuilder joined = new StringBuilder();
    int[] lineStarts = new int[lines.size()];
    int[] cutBefore = new int[lines.size()];
    int cut = 0;
    boolean cuts = endLine.hasMargin() && !endLine.leading().isEmpty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean indented = cuts && line.startsWith(endLine.leading());
      cut += indented ? endLine.leading().length() : 0;
      lineStarts[i] = joined.length();
      cutBefore[i] = cut;
      joined.append(line, indented ? endLine.leading().length() : 0, line.length());
    }
    Margins margins = new Margins(start, endLine.hasMargin(), lineStarts, cutBefore);
    String text = endLine.removesBreak() ? withoutLastBreak(joined) : joined.toString();
    int size = lines.stream().mapToInt(String::length).sum();
    s.add(TokenType.SUBLOCATE, null, start, size);
    Lexer.lexHeredoc(new LexerState(s, text, margins), tag.text());
  }

  private static String withoutLastBreak(StringBuilder text) {
    int length = text.length();
    if (length > 0 && text.charAt(length - 1) == '\n') {
      length--;
      if (length > 0 && text.charAt(length - 1) == '\r') {
        length--;
      }
    }
    return text.substring(0, length);
  }
}
