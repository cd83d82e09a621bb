// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.nio.charset.StandardCharsets;

/**
 * The key of a document: segments parted by slashes, {@code facts/web01.example.org}. A segment may
 * hold any Unicode text that is not empty; a backend encodes what its store cannot take.
 *
 * @param path at most {@value #MAX_BYTES} bytes of UTF-8
 */
public record Key(String path) implements Comparable<Key> {
  /** Longest key in bytes of UTF-8. */
  public static final int MAX_BYTES = 900;

  /** Checks the key. */
  public Key {
    boolean emptySegment = path.startsWith("/") || path.endsWith("/") || path.contains("//");
    if (path.isEmpty() || emptySegment || !isWellFormed(path)) {
      throw new IllegalArgumentException("Malformed key " + path);
    }
    if (3 * path.length() > MAX_BYTES && path.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException("Key of more than " + MAX_BYTES + " bytes");
    }
  }

  /** The key of segments, parted by slashes. */
  public static Key of(String... segments) {
    return new Key(String.join("/", segments));
  }

  /** Whether this key begins with a prefix. */
  public boolean startsWith(KeyPrefix prefix) {
    return path.startsWith(prefix.path());
  }

  /** The last segment. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A lone surrogate has no UTF-8 and would come back as another key. */
  private static boolean isWellFormed(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < s.length() && Character.isSurrogatePair(c, s.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  @Override
  public int compareTo(Key other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
