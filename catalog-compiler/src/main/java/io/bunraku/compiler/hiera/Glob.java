// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.loader.VersionFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Ruby's {@code Dir.glob} on the files of a version: {@code * ** ? [a-z] {a,b}}. */
final class Glob {

  private final VersionFiles files;
  private final Set<Path> found = new LinkedHashSet<>();

  private Glob(VersionFiles files) {
    this.files = files;
  }

  /** All files, without directories, that an absolute pattern matches, sorted as Ruby does. */
  static List<Path> files(String pattern, VersionFiles files) {
    Glob glob = new Glob(files);
    for (String plain : alternatives(pattern)) {
      String[] segments = plain.substring(1).split("/");
      glob.expand(Path.of("/"), segments, 0);
    }
    return glob.found.stream().filter(path -> !files.isDirectory(path)).toList();
  }

  private void expand(Path directory, String[] segments, int index) {
    if (index == segments.length) {
      found.add(directory);
      return;
    }
    String segment = segments[index];
    if (segment.equals("**") && index < segments.length - 1) {
      descend(directory, segments, index);
    } else if (!isMagic(segment)) {
      Path next = directory.resolve(segment);
      if (index < segments.length - 1 || files.exists(next)) {
        expand(next, segments, index + 1);
      }
    } else {
      Pattern pattern = Pattern.compile(regex(segment));
      for (String name : files.children(directory)) {
        boolean hidden = name.startsWith(".") && !segment.startsWith(".");
        if (!hidden && pattern.matcher(name).matches()) {
          expand(directory.resolve(name), segments, index + 1);
        }
      }
    }
  }

  private void descend(Path directory, String[] segments, int index) {
    expand(directory, segments, index + 1);
    for (String name : files.children(directory)) {
      Path child = directory.resolve(name);
      if (!name.startsWith(".") && files.isDirectory(child)) {
        descend(child, segments, index);
      }
    }
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
