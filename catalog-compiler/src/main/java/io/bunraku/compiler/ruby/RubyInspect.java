// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;

/** Values as Ruby's {@code inspect} shows them in some messages. */
public final class RubyInspect {

  private RubyInspect() {}

  /** Lists and hashes too; what is no value of Ruby shows as the language prints it. */
  public static String inspect(Object value) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(RubyInspect::inspect)
          .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> inspect(entry.getKey()) + "=>" + inspect(entry.getValue()))
          .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof String text) {
      return inspectString(text);
    }
    return value == Undef.UNDEF ? "nil" : value.toString();
  }

  private static String inspectString(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> result.append("\\\"");
        case '\\' -> result.append("\\\\");
        case '\n' -> result.append("\\n");
        case '\t' -> result.append("\\t");
        case '\r' -> result.append("\\r");
        case '\u001b' -> result.append("\\e");
        case '#' -> result.append(isInterpolation(text, i) ? "\\#" : "#");
        default -> result.append(c);
      }
    }
    return result.append('"').toString();
  }

  private static boolean isInterpolation(String text, int at) {
    return at + 1 < text.length() && "{$@".indexOf(text.charAt(at + 1)) >= 0;
  }
}
