// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import java.util.Locale;

/** Types, and values inside types, as text ({@code type_formatter.rb}). */
public final class TypeFormatter {

  private TypeFormatter() {}

  /** A type as it is written. */
  public static String string(PuppetType type) {
    return new TypeWriter(false, -1).append(type).written();
  }

  /** A type with its aliases spelled out: {@code Name = Type}. */
  public static String expandedString(PuppetType type) {
    return new TypeWriter(true, -1).append(type).written();
  }

  /** A value as it would be written in a manifest. */
  public static String valueString(Object value) {
    return new TypeWriter(false, -1).appendValue(value).written();
  }

  /** A value as it would be written in a manifest, over several lines. */
  public static String indentedString(Object value, int indent) {
    return new TypeWriter(false, indent).appendValue(value).written();
  }

  /** Each segment of a name with a capital letter, unless the name starts with one. */
  public static String capitalizeSegments(String name) {
    if (!name.isEmpty() && name.charAt(0) >= 'A' && name.charAt(0) <= 'Z') {
      return name;
    }
    List<String> segments = List.of(name.split("::", -1));
    return String.join("::", segments.stream().map(TypeFormatter::capitalize).toList());
  }

  static String capitalize(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = Character.charCount(text.codePointAt(0));
    return text.substring(0, first).toUpperCase(Locale.ROOT)
        + text.substring(first).toLowerCase(Locale.ROOT);
  }
}
