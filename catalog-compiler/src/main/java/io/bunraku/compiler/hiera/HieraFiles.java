// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.loader.TextCache;

/** Parsed data files, shared by all environments and versions of a master. Safe for threads. */
public final class HieraFiles {

  private static final long MAX_SINGLE = 1024 * 1024;
  private static final long MAX_CHARACTERS = 64L * 1024 * 1024;

  private record Key(String function, String shown, String text) {}

  private final TextCache<Key, DataFile> files = new TextCache<>(MAX_SINGLE, MAX_CHARACTERS);

  /** Creates an empty cache. */
  public HieraFiles() {}

  /**
   * A data file.
   *
   * @param function the {@code data_hash} function of Puppet's own that reads it
   * @param shown the path that messages show
   * @param text the whole text
   */
  DataFile get(String function, String shown, String text) {
    return files.get(
        new Key(function, shown, text), text.length(), () -> DataFile.read(function, shown, text));
  }
}
