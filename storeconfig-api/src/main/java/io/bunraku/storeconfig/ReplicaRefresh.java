// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the replica current: reads what the backend's change feed names, and when the last scan is
 * older than the bound, compares the tokens of all heads. A key that a scan does not show is
 * deleted only if a read says so.
 */
final class ReplicaRefresh implements AutoCloseable {
  private final Documents documents;
  private final ExportReplica replica;
  private final Duration bound;
  private final LongSupplier nanoTime;
  private final Optional<ChangeFeed> feed;
  private final Set<Key> changed = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean loaded;
  private volatile boolean stale;
  private volatile long scanned;
  private ChangeFeed.@Nullable Subscription subscription;

  ReplicaRefresh(
      StoreBackend backend,
      Documents documents,
      ExportReplica replica,
      Duration bound,
      LongSupplier nanoTime) {
    this.documents = documents;
    this.replica = replica;
    this.bound = bound;
    this.nanoTime = nanoTime;
    this.feed = backend.ability(ChangeFeed.class);
  }

  Duration age() {
    return loaded
        ? Duration.ofNanos(nanoTime.getAsLong() - scanned)
        : Duration.ofSeconds(Long.MAX_VALUE);
  }

  private boolean isTooOld() {
    return !loaded || stale || nanoTime.getAsLong() - scanned >= bound.toNanos();
  }

  /** Queries wait for one refresh together. */
  void ifTooOld() {
    if (isTooOld() || !changed.isEmpty()) {
      lock.lock();
      try {
        readChanged();
        if (isTooOld()) {
          compareHeads();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void readChanged() {
    for (Key key : Set.copyOf(changed)) {
      changed.remove(key);
      read(key);
    }
  }

  private void compareHeads() {
    subscribe();
    long start = nanoTime.getAsLong();
    stale = false;
    Set<Key> missing = new HashSet<>(replica.keys());
    if (!loaded) {
      documents.each(Families.EXPORTS, Families.ALL_EXPORTS, this::take);
    } else {
      documents.heads(Families.ALL_EXPORTS, head -> compare(head, missing));
      missing.forEach(this::read);
    }
    scanned = start;
    loaded = true;
  }

  private void compare(Entry head, Set<Key> missing) {
    missing.remove(head.key());
    if (!replica.isCurrent(head.key(), head.token())) {
      read(head.key());
    }
  }

  private void read(Key key) {
    Snapshot<ExportSet> now = documents.read(Families.EXPORTS, key);
    if (now.isAbsent()) {
      replica.forget(key);
    } else {
      take(now);
    }
  }

  private void take(Snapshot<ExportSet> now) {
    now.value().ifPresent(set -> replica.apply(set, now.token()));
  }

  /** Before the first scan, so that nothing falls between it and the feed. */
  private void subscribe() {
    if (subscription == null && feed.isPresent()) {
      subscription = feed.get().watch(Families.ALL_EXPORTS, new Hints());
    }
  }

  private final class Hints implements ChangeFeed.Changes {
    @Override
    public void changed(Key key) {
      changed.add(key);
    }

    @Override
    public void lost() {
      stale = true;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (subscription != null) {
        subscription.close();
        subscription = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
