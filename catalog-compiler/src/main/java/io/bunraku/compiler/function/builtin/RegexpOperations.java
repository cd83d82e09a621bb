// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.RegexpMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ruby's {@code String#split}, {@code sub} and {@code gsub} with regular expressions. */
final class RegexpOperations {

  private static final String SPECIAL = ".*?+^$|\\[](){}-#";

  private RegexpOperations() {}

  /** Splits; what groups have matched is part of the result, empty strings at the end are not. */
  static List<Object> split(String text, PuppetRegexp pattern) {
    pattern.compile();
    List<Object> parts = new ArrayList<>();
    int begin = 0;
    int start = 0;
    boolean lastEmpty = false;
    while (start <= text.length()) {
      RegexpMatch match = pattern.match(text, start);
      if (match == null) {
        break;
      }
      int end = match.start(0);
      if (start == end && match.end(0) == end) {
        if (text.isEmpty()) {
          parts.add("");
          break;
        } else if (!lastEmpty) {
          start = next(text, start);
          lastEmpty = true;
          continue;
        }
        parts.add(text.substring(begin, next(text, begin)));
        begin = start;
      } else {
        parts.add(text.substring(begin, end));
        begin = match.end(0);
        start = begin;
      }
      lastEmpty = false;
      addGroups(parts, match);
    }
    if (text.length() > begin) {
      parts.add(text.substring(begin));
    }
    return withoutTrailingEmpty(parts);
  }

  private static int next(String text, int position) {
    return position >= text.length() ? position + 1 : text.offsetByCodePoints(position, 1);
  }

  private static void addGroups(List<Object> parts, RegexpMatch match) {
    for (int i = 1; i < match.size(); i++) {
      String group = match.group(i);
      if (group != null) {
        parts.add(group);
      }
    }
  }

  private static List<Object> withoutTrailingEmpty(List<Object> parts) {
    int size = parts.size();
    while (size > 0 && parts.get(size - 1).equals("")) {
      size--;
    }
    return size == parts.size() ? parts : new ArrayList<>(parts.subList(0, size));
  }

  /** Replaces the first match or all of them. */
  static String substitute(
      String text, PuppetRegexp pattern, boolean all, Function<RegexpMatch, String> replacement) {
    RegexpMatch match = pattern.match(text);
    if (match == null) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int position = 0;
    while (match != null) {
      result.append(text, position, match.start(0)).append(replacement.apply(match));
      position = match.end(0);
      if (!all) {
        break;
      }
      if (match.start(0) == match.end(0)) {
        if (position >= text.length()) {
          break;
        }
        int next = next(text, position);
        result.append(text, position, next);
        position = next;
      }
      match = pattern.match(text, position);
    }
    return result.append(text, Math.min(position, text.length()), text.length()).toString();
  }

  /** A replacement with its escapes ({@code \1}, {@code \k<name>}, {@code \&} ...) filled in. */
  static String expand(String template, String text, PuppetRegexp pattern, RegexpMatch match) {
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i);
      if (c != '\\' || i + 1 == template.length()) {
        result.append(c);
        i++;
        continue;
      }
      char escape = template.charAt(i + 1);
      int close = escape == 'k' && template.startsWith("<", i + 2) ? template.indexOf('>', i) : -1;
      if (close > 0) {
        String name = template.substring(i + 3, close);
        result.append(orEmpty(named(name, pattern, match)));
        i = close + 1;
      } else if (escape < '1' || escape > '9' || !pattern.hasNamedGroups()) {
        result.append(escaped(escape, text, match));
        i += 2;
      } else {
        // beside named groups numbers mean nothing
        i += 2;
      }
    }
    return result.toString();
  }

  private static String escaped(char escape, String text, RegexpMatch match) {
    return switch (escape) {
      case '0', '&' -> orEmpty(match.group(0));
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> orEmpty(match.group(escape - '0'));
      case '`' -> text.substring(0, match.start(0));
      case '\'' -> text.substring(match.end(0));
      case '\\' -> "\\";
      default -> "\\" + escape;
    };
  }

  private static @Nullable String named(String name, PuppetRegexp pattern, RegexpMatch match) {
    if (!name.isEmpty() && name.chars().allMatch(Character::isDigit)) {
      return match.group(Integer.parseInt(name));
    }
    int group = pattern.groupNumber(name, match);
    if (group < 0) {
      throw new EvaluationException("undefined group name reference: " + name);
    }
    return match.group(group);
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }

  /** An expression that matches exactly a string. */
  static String quote(String text) {
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        result.append('\\');
      }
      result.append(c);
    }
    return result.toString();
  }
}
