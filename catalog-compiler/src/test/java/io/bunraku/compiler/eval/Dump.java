// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as the snippets' expected results have them. */
final class Dump {

  private Dump() {}

  static String of(Object value) {
    return switch (value) {
      case Undef undef -> "undef";
      case Default any -> "default";
      case String text ->
          '"'
              + text.replace("\\", "\\\\")
                  .replace("\"", "\\\"")
                  .replace("\n", "\\n")
                  .replace("\t", "\\t")
              + '"';
      case Double number -> RubyText.of(number);
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      case List<?> list -> list.stream().map(Dump::of).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> of(e.getKey()) + " => " + of(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case PuppetRegexp regexp -> "/" + regexp.source() + "/";
      case PuppetType type -> "Type(" + type + ")";
      case Sensitive sensitive -> "Sensitive(" + of(sensitive.value()) + ")";
      default -> value.getClass().getSimpleName() + "(" + value + ")";
    };
  }
}
