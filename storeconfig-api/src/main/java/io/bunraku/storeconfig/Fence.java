// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code store/epoch} before a write whether this store may be written. What was read is
 * trusted for {@link #LEASE}; who fences a store waits longer than that before relying on it.
 */
final class Fence {
  static final Duration LEASE = Duration.ofSeconds(5);
  private final Documents documents;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Seen seen;
  private volatile long highest;

  private record Seen(StoreEpoch epoch, long at) {}

  /**
   * @param documents below the fence
   */
  Fence(Documents documents, LongSupplier nanoTime) {
    this.documents = documents;
    this.nanoTime = nanoTime;
  }

  /** What the store says now. */
  StoreEpoch read() {
    long at = nanoTime.getAsLong();
    StoreEpoch now =
        documents.read(Families.EPOCH, Families.STORE_EPOCH).value().orElse(StoreEpoch.FIRST);
    seen = new Seen(now, at);
    note(now.epoch());
    return now;
  }

  private synchronized void note(long epoch) {
    highest = Math.max(highest, epoch);
  }

  void requireWritable() {
    StoreEpoch now = leased();
    if (now.fenced()) {
      throw new StoreUnavailableException("The store is fenced, nothing is written: " + now.note());
    }
    if (now.epoch() < highest) {
      throw new StoreUnavailableException(
          "The store has epoch %d and had %d: it is an older copy, nothing is written"
              .formatted(now.epoch(), highest));
    }
  }

  private StoreEpoch leased() {
    StoreEpoch known = fresh();
    if (known != null) {
      return known;
    }
    lock.lock();
    try {
      StoreEpoch meanwhile = fresh();
      return meanwhile == null ? read() : meanwhile;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable StoreEpoch fresh() {
    Seen last = seen;
    boolean trusted = last != null && nanoTime.getAsLong() - last.at() < LEASE.toNanos();
    return last != null && trusted ? last.epoch() : null;
  }
}
