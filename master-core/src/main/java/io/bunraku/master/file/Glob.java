// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

/** Ruby's {@code File.fnmatch?} without flags, for one name. */
final class Glob {

  private Glob() {}

  static boolean matches(String pattern, String name) {
    return !(name.startsWith(".") && !pattern.isEmpty() && "*?[".indexOf(pattern.charAt(0)) >= 0)
        && matches(pattern, 0, name, 0);
  }

  private static boolean matches(String pattern, int p, String name, int n) {
    int at = n;
    for (int i = p; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '*') {
        return star(pattern, i + 1, name, at);
      }
      if (at == name.length()) {
        return false;
      }
      if (c == '[') {
        int end = pattern.indexOf(']', i + 2);
        if (end < 0 || !inSet(pattern.substring(i + 1, end), name.charAt(at))) {
          return false;
        }
        i = end;
      } else if (c != '?') {
        if (c == '\\' && i + 1 < pattern.length()) {
          c = pattern.charAt(++i);
        }
        if (c != name.charAt(at)) {
          return false;
        }
      }
      at++;
    }
    return at == name.length();
  }

  private static boolean star(String pattern, int rest, String name, int from) {
    for (int i = from; i <= name.length(); i++) {
      if (matches(pattern, rest, name, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inSet(String set, char c) {
    boolean negated = set.startsWith("!") || set.startsWith("^");
    boolean found = false;
    for (int i = negated ? 1 : 0; i < set.length(); i++) {
      boolean range = i + 2 < set.length() && set.charAt(i + 1) == '-';
      char last = range ? set.charAt(i + 2) : set.charAt(i);
      found |= c >= set.charAt(i) && c <= last;
      i += range ? 2 : 0;
    }
    return found != negated;
  }
}
