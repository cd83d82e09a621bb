// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import java.util.List;
import java.util.Locale;

/**
 * What the definitions of a file must be named after, for autoload would not find them otherwise.
 * Files outside modules, and the main manifests, have none.
 */
public sealed interface FileNamespace {

  /** Any name goes: not a file of a module. */
  record None() implements FileNamespace {}

  /** No definition belongs here: a file in a module where autoload does not look. */
  record Misplaced() implements FileNamespace {}

  /** Names must start with {@code prefix}, which is lower case. */
  record Prefix(String prefix) implements FileNamespace {}

  /** Returns the namespace of a text that is not a file of a module. */
  static FileNamespace none() {
    return new None();
  }

  /**
   * Returns the namespace of a file of a module.
   *
   * @param relativePath the path below the directory of the modules, with slashes: {@code
   *     apache/manifests/mod/ssl.pp}
   */
  static FileNamespace ofModuleFile(String relativePath) {
    List<String> parts = List.of(relativePath.toLowerCase(Locale.ROOT).split("/"));
    if (!relativePath.endsWith(".pp")) {
      return new None();
    }
    if (parts.size() < 3 || !isAutoloaded(parts.get(1))) {
      return new Misplaced();
    }
    return new Prefix(String.join("::", names(parts)));
  }

  private static boolean isAutoloaded(String directory) {
    return List.of("manifests", "functions", "types", "plans").contains(directory);
  }

  private static List<String> names(List<String> parts) {
    List<String> names = new java.util.ArrayList<>();
    names.add(parts.get(0));
    names.addAll(parts.subList(2, parts.size() - 1));
    String file = parts.get(parts.size() - 1);
    if (parts.size() != 3 || !file.equals("init.pp")) {
      names.add(file.substring(0, file.length() - ".pp".length()));
    }
    return names;
  }
}
