// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import java.util.Map;
import java.util.TreeMap;

/** What a store holds, by the first segment of the keys, as the backend keeps it. */
public final class StoreStats {

  /**
   * A family of documents.
   *
   * @param documents how many
   * @param bytes the size of all their values
   * @param largest the largest document
   * @param split how many have concurrent values
   */
  public record Family(long documents, long bytes, long largest, long split) {
    private static final Family NONE = new Family(0, 0, 0, 0);

    private Family with(long size, boolean isSplit) {
      return new Family(
          documents + 1, bytes + size, Math.max(largest, size), split + (isSplit ? 1 : 0));
    }

    /** Both together. */
    public Family plus(Family other) {
      return new Family(
          documents + other.documents,
          bytes + other.bytes,
          Math.max(largest, other.largest),
          split + other.split);
    }
  }

  private StoreStats() {}

  /** Reads the whole store. */
  public static Map<String, Family> of(StoreAdmin store) {
    Map<String, Family> families = new TreeMap<>();
    try (Cursor<Entry> all = store.raw().scan(KeyPrefix.ALL, Projection.VALUES)) {
      while (all.hasNext()) {
        Entry e = all.next();
        long size = e.values().stream().mapToLong(v -> v.bytes().size()).sum();
        String name = e.key().path().split("/", 2)[0];
        families.put(
            name, families.getOrDefault(name, Family.NONE).with(size, e.values().size() > 1));
      }
    }
    return families;
  }
}
