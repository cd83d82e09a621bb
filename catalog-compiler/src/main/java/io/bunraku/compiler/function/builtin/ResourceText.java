// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.type.CatalogEntryFamily;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.ResourceType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** References of the catalog as texts of the resources that older functions take them for. */
final class ResourceText {

  private ResourceText() {}

  /** As {@code File[/x]}. */
  static String of(CatalogEntryFamily reference) {
    return switch (reference) {
      case ClassType type -> "Class[" + capitalized(orEmpty(type.className())) + "]";
      case ResourceType type ->
          capitalized(orEmpty(type.typeName())) + "[" + orEmpty(type.title()) + "]";
      default -> reference.toString();
    };
  }

  /** As Ruby shows it: with the parameter that has the title. */
  static String inspect(CatalogEntryFamily reference) {
    return switch (reference) {
      case ClassType type ->
          of(type) + "{:name=>" + RubyText.inspect(capitalized(orEmpty(type.className()))) + "}";
      case ResourceType type ->
          of(type)
              + "{:"
              + nameParameter(orEmpty(type.typeName()))
              + "=>"
              + RubyText.inspect(orEmpty(type.title()))
              + "}";
      default -> of(reference);
    };
  }

  private static String nameParameter(String typeName) {
    return switch (Strings.downcase(typeName)) {
      case "file" -> "path";
      case "exec" -> "command";
      default -> "name";
    };
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String capitalized(String name) {
    return Arrays.stream(name.split("::", -1))
        .map(Strings::capitalize)
        .collect(Collectors.joining("::"));
  }
}
