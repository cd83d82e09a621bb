// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
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

  /**
   * What the store said last.
   *
   * @param since when it said so first that nothing may be written; {@code at} while it may
   */
  private record Seen(StoreEpoch epoch, long at, long since) {}

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
    note(now, at);
    return now;
  }

  private synchronized void note(StoreEpoch now, long at) {
    Seen last = seen;
    boolean before = last != null && refusal(last.epoch()) != null;
    highest = Math.max(highest, now.epoch());
    seen = new Seen(now, at, before && last != null ? last.since() : at);
  }

  void requireWritable() {
    String refusal = refusal(leased());
    if (refusal != null) {
      throw new StoreUnavailableException(refusal);
    }
  }

  private @Nullable String refusal(StoreEpoch now) {
    if (now.fenced()) {
      return "The store is fenced, nothing is written: " + now.note();
    }
    return now.epoch() >= highest
        ? null
        : "The store has epoch %d and had %d: it is an older copy, nothing is written"
            .formatted(now.epoch(), highest);
  }

  /** Whether nothing may be written, by what is known; asks nobody. */
  Optional<Outage> outage() {
    Seen last = seen;
    String refusal = last == null ? null : refusal(last.epoch());
    return last == null || refusal == null
        ? Optional.empty()
        : Optional.of(
            new Outage(
                Outage.Kind.FENCED,
                Duration.ofNanos(nanoTime.getAsLong() - last.since()),
                refusal));
  }

  /**
   * Asks when what is known is old: who is told to be unfit is sent no writes, which would. Never
   * throws.
   */
  void look() {
    try {
      leased();
    } catch (StoreException e) {
      // what the store said last counts until it answers
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
