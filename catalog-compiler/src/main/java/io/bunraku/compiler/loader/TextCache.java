// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was made of texts, shared by all environments and versions of a master. A key holds the text
 * itself, so equal content is made once wherever it is. What was used least recently goes first
 * when the texts together pass a bound. Safe for threads.
 *
 * @param <K> text and all else that the value depends on
 * @param <V> immutable
 */
public final class TextCache<K, V> {

  private record Entry<V>(V value, int characters) {}

  private final long maxCharacters;
  private final Map<K, Entry<V>> entries = new LinkedHashMap<>(256, 0.75f, true);
  private long characters;

  /** Creates an empty cache for texts of so many characters in all. */
  public TextCache(long maxCharacters) {
    this.maxCharacters = maxCharacters;
  }

  /**
   * The value of a key.
   *
   * @param size characters that the key holds
   * @param make makes the value, perhaps twice when two threads need it; what it throws is not kept
   */
  public V get(K key, int size, Supplier<V> make) {
    synchronized (entries) {
      Entry<V> known = entries.get(key);
      if (known != null) {
        return known.value();
      }
    }
    V made = make.get();
    synchronized (entries) {
      Entry<V> raced = entries.putIfAbsent(key, new Entry<>(made, size));
      if (raced != null) {
        return raced.value();
      }
      characters += size;
      evict();
      return made;
    }
  }

  private void evict() {
    Iterator<Entry<V>> oldest = entries.values().iterator();
    while (characters > maxCharacters && oldest.hasNext()) {
      characters -= oldest.next().characters();
      oldest.remove();
    }
  }
}
