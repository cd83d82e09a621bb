// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/** The forms of names ({@code patterns.rb}). */
final class Names {

  private Names() {}

  /** Segments of a capital letter and word characters, joined by colons. */
  static boolean isClassReference(String name) {
    return isQualified(name, 'A', 'Z');
  }

  /** Segments of a small letter and word characters, joined by colons. */
  static boolean isName(String name) {
    return isQualified(name, 'a', 'z');
  }

  private static boolean isQualified(String name, char first, char last) {
    String relative = name.startsWith("::") ? name.substring(2) : name;
    for (String segment : relative.split("::", -1)) {
      if (segment.isEmpty() || segment.charAt(0) < first || segment.charAt(0) > last) {
        return false;
      }
      for (int i = 1; i < segment.length(); i++) {
        char c = segment.charAt(i);
        boolean word =
            c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!word) {
          return false;
        }
      }
    }
    return true;
  }
}
