// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How Puppet writes names of types and titles of classes. */
final class Names {

  private static final Pattern REFERENCE =
      Pattern.compile("^([^\\[\\]]+)\\[(.+)\\]$", Pattern.DOTALL | Pattern.MULTILINE);

  private Names() {}

  /** Capitalises each segment, unless the name starts with a capital already. */
  static String capitalizeSegments(String name) {
    if (name.isEmpty() || (name.charAt(0) >= 'A' && name.charAt(0) <= 'Z')) {
      return name;
    }
    StringBuilder result = new StringBuilder(name.length());
    int start = 0;
    for (int end = name.indexOf("::"); end >= 0; end = name.indexOf("::", start)) {
      capitalize(name, start, end, result);
      result.append("::");
      start = end + 2;
    }
    capitalize(name, start, name.length(), result);
    return result.toString();
  }

  private static void capitalize(String name, int start, int end, StringBuilder result) {
    if (start < end) {
      int next = name.offsetByCodePoints(start, 1);
      result.append(name.substring(start, next).toUpperCase(Locale.ROOT));
      result.append(name.substring(next, end).toLowerCase(Locale.ROOT));
    }
  }

  /** Title of a class in the catalog: {@code main} for the class without name. */
  static String classTitle(String name) {
    return name.isEmpty() ? "main" : capitalizeSegments(name);
  }

  /** Name without leading colons. */
  static String withoutColons(String name) {
    return name.startsWith("::") ? name.substring(2) : name;
  }

  /** Type and title of {@code Type[title]}, or null when the text is no reference. */
  static String @Nullable [] splitReference(String reference) {
    int open = reference.indexOf('[');
    int last = reference.length() - 1;
    if (open > 0
        && last > open + 1
        && reference.charAt(last) == ']'
        && reference.lastIndexOf(']', open) < 0
        && reference.indexOf('\n') < 0) {
      return new String[] {reference.substring(0, open), reference.substring(open + 1, last)};
    }
    Matcher matcher = REFERENCE.matcher(reference);
    return matcher.find() ? new String[] {matcher.group(1), matcher.group(2)} : null;
  }
}
