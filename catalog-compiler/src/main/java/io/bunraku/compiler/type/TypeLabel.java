// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Locale;

/** What messages call a value, with its article ({@code label_provider.rb}). */
final class TypeLabel {

  private TypeLabel() {}

  static String of(Object value) {
    return switch (value) {
      case ResourceType type when type.title() != null -> type + " Resource-Reference";
      case PuppetType type -> type + "-Type";
      case Boolean b -> "Boolean";
      case io.bunraku.compiler.value.Undef u -> "Undef Value";
      case java.util.List<?> l -> "Array Expression";
      case java.util.Map<?, ?> m -> "Hash Expression";
      case io.bunraku.compiler.value.Binary b -> "Binary";
      case io.bunraku.compiler.value.Sensitive s -> "Sensitive";
      case io.bunraku.compiler.value.Timestamp t -> "Timestamp";
      case io.bunraku.compiler.value.Timespan t -> "Timespan";
      case io.bunraku.compiler.value.SemVer v -> "Semver";
      case io.bunraku.compiler.value.SemVerRange r -> "SemverRange";
      default -> RubyClassName.of(value);
    };
  }

  static String withArticle(String label) {
    return article(label) + " " + label;
  }

  static String withCapitalArticle(String label) {
    String article = article(label);
    return article.substring(0, 1).toUpperCase(Locale.ROOT) + article.substring(1) + " " + label;
  }

  private static String article(String label) {
    int first = !label.isEmpty() && "\"'".indexOf(label.charAt(0)) >= 0 ? 1 : 0;
    boolean vowel =
        first < label.length() && "aeiouy".indexOf(Character.toLowerCase(label.charAt(first))) >= 0;
    return vowel ? "an" : "a";
  }
}
