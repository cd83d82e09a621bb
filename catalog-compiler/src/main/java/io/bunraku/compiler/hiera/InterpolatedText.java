// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A string with {@code %{...}} in it, taken apart once.
 *
 * @param subject the whole string
 * @param parts literal texts and expressions in order
 */
record InterpolatedText(String subject, List<Part> parts) {

  private static final Pattern EXPRESSION = Pattern.compile("%\\{([^}]*)\\}");
  private static final Pattern METHOD =
      Pattern.compile("^(\\w+)\\((?:\"([^\"]+)\"|'([^']+)')\\)$", Pattern.MULTILINE);
  private static final Set<String> EMPTY = Set.of("", "::", "\"\"", "''", "\"::\"", "'::'");

  /** A piece of the string. */
  sealed interface Part {}

  /** What stands for itself. */
  record Text(String value) implements Part {}

  /**
   * An expression.
   *
   * @param method {@code lookup}, {@code hiera}, {@code alias}, {@code literal} ..., or null for a
   *     variable
   * @param argument the variable, or what stands between the method's quotes
   * @param segments the variable's segments, null when it cannot be split
   */
  record Expression(
      @Nullable String method, String argument, @Nullable List<Object> segments, boolean whole)
      implements Part {}

  static InterpolatedText parse(String subject) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = EXPRESSION.matcher(subject);
    int end = 0;
    while (matcher.find()) {
      addText(parts, subject.substring(end, matcher.start()));
      String expression = matcher.group(1).strip();
      if (!EMPTY.contains(expression)) {
        parts.add(expression(expression, matcher.group().equals(subject)));
      }
      end = matcher.end();
    }
    addText(parts, subject.substring(end));
    return new InterpolatedText(subject, List.copyOf(parts));
  }

  private static void addText(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Text(text));
    }
  }

  private static Expression expression(String expression, boolean whole) {
    Matcher method = METHOD.matcher(expression);
    if (!method.find()) {
      return new Expression(null, expression, KeySegments.split(expression), whole);
    }
    String argument = method.group(2) == null ? method.group(3) : method.group(2);
    return new Expression(method.group(1), argument, null, whole);
  }
}
