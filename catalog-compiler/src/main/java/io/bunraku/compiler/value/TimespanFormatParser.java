// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a format of time spans. */
final class TimespanFormatParser {

  private static final String UNITS = "NLSMHD";

  private final String format;
  private final List<TimespanSegment> segments = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int start;
  private boolean padAllowed;
  private char pad = '0';
  private @Nullable Integer width;

  TimespanFormatParser(String format) {
    this.format = format;
  }

  List<TimespanSegment> parse() {
    boolean inSpecifier = false;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (inSpecifier) {
        inSpecifier = parseSpecifier(c, i);
      } else if (c == '%') {
        inSpecifier = true;
        begin(i);
      } else {
        literal.append(c);
      }
    }
    if (inSpecifier) {
      throw bad(format.length() - 1);
    }
    flush();
    markHighest();
    return List.copyOf(segments);
  }

  private void begin(int position) {
    start = position;
    padAllowed = true;
    pad = '0';
    width = null;
  }

  /** Returns whether the specifier goes on. */
  private boolean parseSpecifier(char c, int position) {
    if (c == '%') {
      literal.append(c);
      return false;
    }
    if (UNITS.indexOf(c) >= 0) {
      flush();
      segments.add(new TimespanSegment(c, "", pad, width, false));
      return false;
    }
    if (c == '-' || c == '_') {
      if (!padAllowed) {
        throw bad(position);
      }
      pad = c == '-' ? '-' : ' ';
    } else if (c < '0' || c > '9') {
      throw bad(position);
    } else if (!padAllowed || c != '0') {
      width = (width == null ? 0 : width * 10) + (c - '0');
    }
    padAllowed = false;
    return true;
  }

  private EvaluationException bad(int position) {
    return new EvaluationException(
        "Bad format specifier '%s' in '%s', at position %d"
            .formatted(format.substring(start, position), format, position));
  }

  private void flush() {
    if (!literal.isEmpty()) {
      segments.add(TimespanSegment.literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private void markHighest() {
    int highest = -1;
    for (TimespanSegment segment : segments) {
      highest = Math.max(highest, UNITS.indexOf(segment.unit()));
    }
    if (highest < 0) {
      return;
    }
    for (int i = 0; i < segments.size(); i++) {
      if (segments.get(i).unit() == UNITS.charAt(highest)) {
        segments.set(i, segments.get(i).withTotal());
        return;
      }
    }
  }
}
