// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import io.bunraku.compiler.eval.EvaluationException;
import org.jspecify.annotations.Nullable;

/** One directive of a format, {@code %-8.3f}: what is known of it while it is read. */
final class SprintfDirective {
  private boolean hasWidth;
  private boolean hasPrecisionMark;

  /** The argument, once it was named or numbered. */
  @Nullable Object value;

  @Nullable String name;
  boolean space;
  boolean alternate;
  boolean plus;
  boolean minus;
  boolean zero;
  int width;

  /** Below zero when none was given. */
  int precision = -1;

  boolean isPlain() {
    return !(space || alternate || plus || minus || zero || hasWidth || hasPrecisionMark);
  }

  void flag(char c) {
    if (hasWidth) {
      throw new EvaluationException("flag after width");
    }
    if (hasPrecisionMark) {
      throw new EvaluationException("flag after precision");
    }
    switch (c) {
      case ' ' -> space = true;
      case '#' -> alternate = true;
      case '+' -> plus = true;
      case '-' -> minus = true;
      default -> zero = true;
    }
  }

  void checkWidth() {
    if (hasWidth) {
      throw new EvaluationException("width given twice");
    }
    if (hasPrecisionMark) {
      throw new EvaluationException("width after precision");
    }
  }

  void width(int number) {
    checkWidth();
    hasWidth = true;
    minus |= number < 0;
    width = Math.abs(number);
  }

  void startPrecision() {
    if (hasPrecisionMark) {
      throw new EvaluationException("precision given twice");
    }
    hasPrecisionMark = true;
  }

  void precision(int number) {
    precision = Math.max(number, -1);
  }

  /** Cuts to the precision and fills to the width, both in characters. */
  String pad(String text) {
    int length = text.codePointCount(0, text.length());
    String cut = text;
    if (precision >= 0 && precision < length) {
      cut = text.substring(0, text.offsetByCodePoints(0, precision));
      length = precision;
    }
    String fill = " ".repeat(Math.max(0, width - length));
    return minus ? cut + fill : fill + cut;
  }
}
