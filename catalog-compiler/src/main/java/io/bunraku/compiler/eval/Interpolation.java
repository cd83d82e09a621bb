// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;

/** Values as they appear in strings. */
public final class Interpolation {

  private Interpolation() {}

  /** A value's text: undef is empty, collections are written with their elements' texts. */
  public static String string(Object value) {
    if (value instanceof String text) {
      return text;
    }
    return switch (value) {
      case Long number -> Long.toString(number);
      case Undef undef -> "";
      case Double number -> RubyText.of(number);
      case List<?> list -> string(list);
      case Map<?, ?> map -> string(map);
      case PuppetRegexp regexp -> regexp.inspect();
      default -> value.toString();
    };
  }

  private static String string(List<?> list) {
    StringBuilder text = new StringBuilder("[");
    String separator = "";
    for (Object element : list) {
      text.append(separator).append(string(element));
      separator = ", ";
    }
    return text.append(']').toString();
  }

  private static String string(Map<?, ?> map) {
    StringBuilder text = new StringBuilder("{");
    String separator = "";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(separator)
          .append(string(entry.getKey()))
          .append(" => ")
          .append(string(entry.getValue()));
      separator = ", ";
    }
    return text.append('}').toString();
  }
}
