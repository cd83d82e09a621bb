// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code a.'b.c'.0}: names, quoted names and indexes with points between them. */
final class DottedKey {

  private static final Pattern SEGMENT =
      Pattern.compile("\\s*\"[^\"]+\"\\s*|\\s*'[^']+'\\s*|[^'\".]+");

  private static final Pattern INDEX = Pattern.compile(":?[+-]?[0-9]+");

  private DottedKey() {}

  static List<Object> split(String key) {
    List<Object> segments = new ArrayList<>();
    Matcher matcher = SEGMENT.matcher(key);
    int position = 0;
    while (matcher.find()) {
      boolean first = segments.isEmpty();
      String between = key.substring(position, matcher.start());
      if (!between.equals(first ? "" : ".")) {
        throw malformed();
      }
      segments.add(segment(matcher.group().strip()));
      position = matcher.end();
    }
    if (position != key.length() || segments.isEmpty()) {
      throw malformed();
    }
    return segments;
  }

  private static Object segment(String text) {
    if (text.startsWith("\"") || text.startsWith("'")) {
      return text.substring(1, text.length() - 1);
    }
    return INDEX.matcher(text).matches() ? RubyNumbers.toInteger(text) : text;
  }

  private static EvaluationException malformed() {
    return new EvaluationException("Syntax error in dotted-navigation string");
  }
}
