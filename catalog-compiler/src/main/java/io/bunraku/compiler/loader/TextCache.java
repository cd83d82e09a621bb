// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was made of texts, shared by all environments and versions of a master. A key holds the text
 * itself, so equal content is made once wherever it is. Safe for threads.
 *
 * <p>A text that only one environment has is asked for once, a shared one again and again. So the
 * first kind has a small part of the room: thousands of environments pass by without pushing shared
 * texts out or filling the heap. Within each kind what was used least recently goes first; even
 * then it is found as long as anybody else holds it.
 *
 * @param <K> text and all else that the value depends on
 * @param <V> immutable
 */
public final class TextCache<K, V> {

  private record Entry<V>(V value, int characters) {}

  private final Segment once;
  private final Segment again;
  private final Map<K, Aside<K, V>> aside = new HashMap<>();
  private final ReferenceQueue<V> collected = new ReferenceQueue<>();

  /**
   * Creates an empty cache.
   *
   * @param maxSingle characters of the texts that were asked for once so far
   * @param maxShared characters of the others
   */
  public TextCache(long maxSingle, long maxShared) {
    once = new Segment(maxSingle);
    again = new Segment(maxShared);
  }

  /**
   * The value of a key.
   *
   * @param size characters that the key holds
   * @param make makes the value, perhaps twice when two threads need it; what it throws is not kept
   */
  public V get(K key, int size, Supplier<V> make) {
    V known = find(key, size);
    return known != null ? known : keep(key, make.get(), size);
  }

  private synchronized V keep(K key, V made, int size) {
    V raced = find(key, size);
    if (raced != null) {
      return raced;
    }
    once.put(key, new Entry<>(made, size));
    return made;
  }

  private synchronized @Nullable V find(K key, int size) {
    Entry<V> shared = again.entries.get(key);
    if (shared != null) {
      return shared.value();
    }
    Entry<V> single = once.remove(key);
    V value = single != null ? single.value() : setAside(key);
    if (value != null) {
      again.put(key, new Entry<>(value, size));
    }
    return value;
  }

  /** What was pushed out, if somebody still holds it. */
  private @Nullable V setAside(K key) {
    for (var gone = collected.poll(); gone != null; gone = collected.poll()) {
      if (gone instanceof Aside<?, ?> entry) {
        aside.remove(entry.key, entry);
      }
    }
    Aside<K, V> entry = aside.remove(key);
    return entry == null ? null : entry.get();
  }

  /** A value that is kept by others alone. */
  private static final class Aside<K, V> extends WeakReference<V> {
    private final K key;

    Aside(K key, V value, ReferenceQueue<V> queue) {
      super(value, queue);
      this.key = key;
    }
  }

  private final class Segment {
    private final long maxCharacters;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(256, 0.75f, true);
    private long characters;

    Segment(long maxCharacters) {
      this.maxCharacters = maxCharacters;
    }

    void put(K key, Entry<V> entry) {
      entries.put(key, entry);
      characters += entry.characters();
      Iterator<Map.Entry<K, Entry<V>>> oldest = entries.entrySet().iterator();
      while (characters > maxCharacters && oldest.hasNext()) {
        Map.Entry<K, Entry<V>> next = oldest.next();
        characters -= next.getValue().characters();
        oldest.remove();
        aside.put(next.getKey(), new Aside<>(next.getKey(), next.getValue().value(), collected));
      }
    }

    @Nullable Entry<V> remove(K key) {
      Entry<V> entry = entries.remove(key);
      if (entry != null) {
        characters -= entry.characters();
      }
      return entry;
    }
  }
}
