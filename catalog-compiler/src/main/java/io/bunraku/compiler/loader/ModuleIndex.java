// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The modules of an environment, indexed once for each version. */
public interface ModuleIndex {

  /** Names of all modules, in the order of the module path. */
  Collection<String> names();

  /** A module's directory, or null when there is none of that name. */
  @Nullable Path directory(String module);

  /** A text of a module's {@code metadata.json}, or null when it says nothing of it. */
  @Nullable String metadata(String module, String key);

  /**
   * A file in a module.
   *
   * @param module the module's name
   * @param subdirectory {@code files}, {@code templates}, {@code lib} ...
   * @param path below it, without {@code ..}
   * @return the file, or null when there is none
   */
  @Nullable Path file(String module, String subdirectory, String path);
}
