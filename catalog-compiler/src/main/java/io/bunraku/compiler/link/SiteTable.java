// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.link;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the nodes of one text, by their offsets. Read without a lock: an entry is
 * immutable and is published with the table that holds it.
 */
public final class SiteTable {

  private record Entry(int offset, Object value) {}

  private volatile @Nullable Entry[] entries = new Entry[16];
  private int size;

  /** What was put for an offset, or null. */
  public @Nullable Object get(int offset) {
    @Nullable Entry[] table = entries;
    for (int i = slot(offset, table.length); ; i = (i + 1) & (table.length - 1)) {
      Entry entry = table[i];
      if (entry == null) {
        return null;
      }
      if (entry.offset == offset) {
        return entry.value;
      }
    }
  }

  /** Remembers something of the node at an offset; what is there already stays. */
  public synchronized void put(int offset, Object value) {
    if (get(offset) != null) {
      return;
    }
    @Nullable Entry[] table = entries;
    @Nullable Entry[] next = new Entry[size * 2 >= table.length ? table.length * 2 : table.length];
    for (Entry entry : table) {
      insert(next, entry);
    }
    insert(next, new Entry(offset, value));
    size++;
    entries = next;
  }

  private static void insert(@Nullable Entry[] table, @Nullable Entry entry) {
    if (entry == null) {
      return;
    }
    int i = slot(entry.offset, table.length);
    while (table[i] != null) {
      i = (i + 1) & (table.length - 1);
    }
    table[i] = entry;
  }

  private static int slot(int offset, int length) {
    return (offset * 0x9E3779B1) >>> 7 & (length - 1);
  }
}
