// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.type.RubyClassName;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import io.bunraku.compiler.value.Uri;
import io.bunraku.compiler.value.Values;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Ruby's {@code to_s}, {@code inspect} and {@code ==} make of values, where Puppet uses them.
 */
final class RubyStrings {

  private RubyStrings() {}

  /** Ruby's {@code to_s}. */
  static String toS(Object value) {
    return switch (value) {
      case String text -> text;
      case Double number -> RubyText.of(number);
      case List<?> list -> inspect(list);
      case Map<?, ?> map -> inspect(map);
      default -> value.toString();
    };
  }

  /** Ruby's {@code inspect}. */
  static String inspect(Object value) {
    return switch (value) {
      case String text -> RubyText.inspect(text);
      case Undef undef -> "nil";
      case Default symbol -> ":default";
      case PuppetRegexp regexp -> regexp.rubyInspect();
      case Sensitive sensitive -> "#<" + sensitive + ">";
      case SemVerRange range -> range.inspect();
      case Uri uri -> "#<" + RubyClassName.of(uri) + " " + uri + ">";
      case List<?> list ->
          list.stream().map(RubyStrings::inspect).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> inspect(e.getKey()) + "=>" + inspect(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> toS(value);
    };
  }

  /** Ruby's {@code ==}: case matters in strings, integers equal floats of the same value. */
  static boolean equal(Object a, Object b) {
    return switch (a) {
      case String x -> x.equals(b);
      case List<?> x -> b instanceof List<?> y && equalLists(x, y);
      case Map<?, ?> x -> b instanceof Map<?, ?> y && equalMaps(x, y);
      default -> Values.equal(a, b);
    };
  }

  private static boolean equalLists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Object other = b.get(entry.getKey());
      if (other == null || !equal(entry.getValue(), other)) {
        return false;
      }
    }
    return true;
  }
}
