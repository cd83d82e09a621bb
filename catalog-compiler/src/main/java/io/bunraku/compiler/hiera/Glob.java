// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.loader.VersionFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Ruby's {@code Dir.glob} on the files of a version: {@code * ** ? [a-z] {a,b}}. */
final class Glob {

  private final VersionFiles files;
  private final String[] segments;
  private final Pattern[] patterns;
  private final Set<Path> found;

  private Glob(String pattern, VersionFiles files, Set<Path> found) {
    this.files = files;
    this.found = found;
    this.segments = pattern.substring(1).split("/");
    this.patterns = new Pattern[segments.length];
    for (int i = 0; i < segments.length; i++) {
      patterns[i] = Pattern.compile(isMagic(segments[i]) ? regex(segments[i]) : "");
    }
  }

  /** All files, without directories, that an absolute pattern matches, sorted as Ruby does. */
  static List<Path> files(String pattern, VersionFiles files) {
    Set<Path> found = new LinkedHashSet<>();
    for (String plain : alternatives(pattern)) {
      Glob glob = new Glob(plain, files, found);
      glob.expand(Path.of("/"), new TreeSet<>(Set.of(0)));
    }
    return found.stream().filter(path -> !files.isDirectory(path)).toList();
  }

  /**
   * Goes on from a directory. Ruby walks entries in order with all segments that can come next, so
   * that what {@code **} finds deeper stands between its neighbours.
   */
  private void expand(Path directory, SortedSet<Integer> next) {
    SortedSet<Integer> open = new TreeSet<>(next);
    for (int index : next) {
      if (isRecursive(index)) {
        open.add(index + 1);
      }
    }
    if (open.stream().noneMatch(index -> isMagic(segments[index]))) {
      for (int index : open) {
        visit(directory.resolve(segments[index]), new TreeSet<>(Set.of(index + 1)));
      }
      return;
    }
    for (String name : files.children(directory)) {
      Path child = directory.resolve(name);
      SortedSet<Integer> matched = new TreeSet<>();
      for (int index : open) {
        if (isRecursive(index)) {
          if (!name.startsWith(".") && files.isDirectory(child)) {
            matched.add(index);
          }
        } else if (matches(index, name)) {
          matched.add(index + 1);
        }
      }
      visit(child, matched);
    }
  }

  private void visit(Path path, SortedSet<Integer> matched) {
    if (matched.contains(segments.length) && files.exists(path)) {
      found.add(path);
    }
    SortedSet<Integer> rest = matched.headSet(segments.length);
    if (!rest.isEmpty()) {
      expand(path, rest);
    }
  }

  private boolean isRecursive(int index) {
    return index < segments.length - 1 && segments[index].equals("**");
  }

  private boolean matches(int index, String name) {
    String segment = segments[index];
    if (!isMagic(segment)) {
      return segment.equals(name);
    }
    boolean hidden = name.startsWith(".") && !segment.startsWith(".");
    return !hidden && patterns[index].matcher(name).matches();
  }

  private static boolean isMagic(String segment) {
    return segment.chars().anyMatch(c -> "*?[\\".indexOf(c) >= 0);
  }

  private static String regex(String segment) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      int close = c == '[' ? segment.indexOf(']', i + 2) : -1;
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (close > 0) {
        String set = segment.substring(i + 1, close).replace("\\", "\\\\").replace("[", "\\[");
        regex.append('[').append(set.startsWith("!") ? "^" + set.substring(1) : set).append(']');
        i = close;
      } else if (c == '\\' && i + 1 < segment.length()) {
        regex.append(Pattern.quote(String.valueOf(segment.charAt(++i))));
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  private static List<String> alternatives(String pattern) {
    int open = pattern.indexOf('{');
    int close = open < 0 ? -1 : matching(pattern, open);
    if (close < 0) {
      return List.of(pattern);
    }
    List<String> result = new ArrayList<>();
    for (String choice : choices(pattern.substring(open + 1, close))) {
      result.addAll(
          alternatives(pattern.substring(0, open) + choice + pattern.substring(close + 1)));
    }
    return result;
  }

  private static int matching(String pattern, int open) {
    int depth = 0;
    for (int i = open; i < pattern.length(); i++) {
      depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> choices(String text) {
    List<String> result = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ',' && depth == 0) {
        result.add(text.substring(start, i));
        start = i + 1;
      }
    }
    result.add(text.substring(start));
    return result;
  }
}
