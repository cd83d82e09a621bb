// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/**
 * Where a scan looks: whole segments only, so that a store of folders can answer too.
 *
 * @param path empty for all keys, else it ends with a slash: {@code facts/}
 */
public record KeyPrefix(String path) {
  /** All keys. */
  public static final KeyPrefix ALL = new KeyPrefix("");

  /** Checks the prefix. */
  public KeyPrefix {
    if (!path.isEmpty() && (!path.endsWith("/") || path.startsWith("/"))) {
      throw new IllegalArgumentException("A prefix ends with a slash: " + path);
    }
  }

  @Override
  public String toString() {
    return path;
  }
}
