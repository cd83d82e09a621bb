// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.Stored;
import java.time.Clock;
import java.time.Duration;

/**
 * Purges chunks that no head refers to and that are older than a day: by then no writer can still
 * be about to write their head, and no reader to read them.
 */
public final class ChunkSweep {
  private static final Duration GRACE = Duration.ofHours(24);
  private final StoreBackend backend;
  private final Clock clock;

  /**
   * @param backend below the chunking
   * @param clock the time
   */
  public ChunkSweep(StoreBackend backend, Clock clock) {
    this.backend = backend;
    this.clock = clock;
  }

  /**
   * Looks at all chunks once.
   *
   * @return how many were purged
   */
  public int run() {
    long before = clock.millis() - GRACE.toMillis();
    int purged = 0;
    try (Cursor<Entry> chunks = backend.scan(Chunks.PREFIX, Projection.HEADS)) {
      while (chunks.hasNext()) {
        Entry chunk = chunks.next();
        if (isOld(chunk, before) && isOrphan(chunk)) {
          backend.delete(chunk.key(), chunk.token());
          purged++;
        }
      }
    }
    return purged;
  }

  private static boolean isOld(Entry chunk, long before) {
    String written = chunk.attributes().get(Chunks.WRITTEN);
    return written != null && Long.parseLong(written) < before;
  }

  private boolean isOrphan(Entry chunk) {
    String owner = chunk.attributes().get(Chunks.OWNER);
    if (owner == null) {
      return false;
    }
    String set = chunk.key().path().split("/", 3)[1];
    Stored head = backend.read(Chunks.decodeOwner(owner));
    return head.values().stream().noneMatch(v -> set.equals(Chunks.set(v)));
  }
}
