// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Where libyaml accepts what SnakeYAML refuses: tabs that separate tokens within a line, a question
 * mark inside a plain scalar in brackets ({@code [http://x/?y]}), and an escaped slash. The
 * character is replaced and the text is read once more, so that a text without such places costs
 * nothing.
 */
final class Leniency {

  private static final char QUESTION_MARK = '\uF8FE';
  private static final char NOTHING = '\uF8FD';
  private static final int MAX_REPLACEMENTS = 2_000;

  private final StringBuilder text;
  private int replacements;

  Leniency(String text) {
    this.text = new StringBuilder(text);
  }

  /** The text to read. */
  String text() {
    return text.toString();
  }

  /** The same, not to be kept. */
  CharSequence characters() {
    return text;
  }

  /** A scalar as it was written. */
  String original(String scalar) {
    return replacements == 0
        ? scalar
        : scalar.replace(QUESTION_MARK, '?').replace("" + NOTHING, "");
  }

  /** Whether an error is one of those that libyaml does not make; the text is changed if so. */
  boolean allows(MarkedYAMLException error, boolean inFlow) {
    Mark mark = error.getProblemMark();
    if (mark == null || replacements >= MAX_REPLACEMENTS || mark.getIndex() >= text.length()) {
      return false;
    }
    int index = text.offsetByCodePoints(0, mark.getIndex());
    if (index >= text.length()) {
      return false;
    }
    char found = text.charAt(index);
    if (found == '\t' && (inFlow || followsToken(index))) {
      return replace(index, ' ');
    }
    if (found == '/' && index > 0 && text.charAt(index - 1) == '\\') {
      return replace(index - 1, NOTHING);
    }
    return found == '?' && inFlow && isInsideWord(index) && replace(index, QUESTION_MARK);
  }

  private boolean replace(int index, char replacement) {
    text.setCharAt(index, replacement);
    replacements++;
    return true;
  }

  /** Whether more than indentation and block indicators stands before, on the same line. */
  private boolean followsToken(int index) {
    for (int i = index - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
      if (" \t-?".indexOf(text.charAt(i)) < 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isInsideWord(int index) {
    return index > 0 && " \t\n,[]{}".indexOf(text.charAt(index - 1)) < 0;
  }
}
