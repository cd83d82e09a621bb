// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the replica current: reads what the backend's change feed names, and when the last scan is
 * older than the bound, compares the tokens of all heads. A key that a scan does not show is
 * deleted only if a read says so.
 */
final class ReplicaRefresh implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaRefresh.class);
  private final Documents documents;
  private final ExportReplica replica;
  private final Duration bound;
  private final LongSupplier nanoTime;
  private final Optional<ChangeFeed> feed;
  private final Set<Key> changed = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Executor beside;
  private final AtomicBoolean ahead = new AtomicBoolean();
  private volatile IntConsumer progress = count -> {};
  private final AtomicInteger read = new AtomicInteger();
  private boolean closed;
  private boolean warned;
  private @Nullable Failure failure;
  private volatile boolean loaded;
  private volatile boolean stale;
  private volatile long scanned;
  private ChangeFeed.@Nullable Subscription subscription;

  /** When a refresh last failed, and why. */
  private record Failure(long when, String why) {}

  /**
   * @param bound how old an answer may be
   * @param beside runs what nobody waits for
   */
  ReplicaRefresh(
      StoreBackend backend,
      Documents documents,
      ExportReplica replica,
      Duration bound,
      LongSupplier nanoTime,
      Executor beside) {
    this.documents = documents;
    this.replica = replica;
    this.bound = bound;
    this.nanoTime = nanoTime;
    this.beside = beside;
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

  private boolean isHalfOld() {
    return nanoTime.getAsLong() - scanned >= bound.toNanos() / 2;
  }

  /**
   * Brings the replica up to date if it is older than its bound. Queries wait for one refresh
   * together, and share its failure; when they come often enough, none waits, for it is refreshed
   * beside them from half the bound on.
   *
   * @throws StoreUnavailableException if the replica is too old and the store does not answer
   */
  void ifTooOld() {
    if (isTooOld() || !changed.isEmpty()) {
      refresh();
    } else if (isHalfOld() && ahead.compareAndSet(false, true)) {
      beside.execute(this::refreshAhead);
    }
  }

  private void refresh() {
    long asked = nanoTime.getAsLong();
    lock.lock();
    try {
      readChanged();
      if (isTooOld() && !isSince(asked)) {
        refuseIfJustFailed(asked);
        compareHeads();
      }
    } catch (StoreUnavailableException e) {
      failure = new Failure(nanoTime.getAsLong(), String.valueOf(e.getMessage()));
      throw tooOld(e);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether everything was compared after a query asked: its own comparison could tell it no more.
   * Where one takes longer than the bound, queries that wait would otherwise make one each.
   */
  private boolean isSince(long asked) {
    return loaded && !stale && scanned - asked >= 0;
  }

  /** Who has waited while another tried need not try again for as long. */
  private void refuseIfJustFailed(long asked) {
    Failure last = failure;
    if (last != null && last.when() - asked > 0) {
      throw new StoreUnavailableException(last.why());
    }
  }

  private StoreUnavailableException tooOld(StoreUnavailableException e) {
    if (!isTooOld()) {
      return e;
    }
    String age = loaded ? "are " + age().toSeconds() + " s old" : "are not complete yet";
    return new StoreUnavailableException(
        "Exported resources cannot be collected: this master's " + age + ", " + e.getMessage(), e);
  }

  private void refreshAhead() {
    lock.lock();
    try {
      if (!closed && isHalfOld()) {
        compareHeads();
      }
    } catch (StoreException e) {
      LOG.debug("Exported resources were not refreshed ahead of time: {}", e.getMessage());
    } finally {
      ahead.set(false);
      lock.unlock();
    }
  }

  /**
   * Reads everything, unless that was done. Called again after a failure it goes on with what has
   * been read: else a store whose connections break now and then might never be read to its end.
   *
   * @param progress is shown how many documents have been read, again and again
   */
  void load(IntConsumer progress) {
    lock.lock();
    try {
      if (!loaded) {
        this.progress = progress;
        compareHeads();
      }
    } finally {
      this.progress = count -> {};
      lock.unlock();
    }
  }

  private void readChanged() {
    for (Key key : Set.copyOf(changed)) {
      changed.remove(key);
      try {
        read(key);
      } catch (StoreException e) {
        changed.add(key);
        throw e;
      }
    }
  }

  private void compareHeads() {
    subscribe();
    long start = nanoTime.getAsLong();
    boolean wasStale = stale;
    stale = false;
    try {
      scan();
    } catch (RuntimeException e) {
      stale |= wasStale;
      throw e;
    }
    warnIfSlow(nanoTime.getAsLong() - start);
    scanned = start;
    loaded = true;
  }

  /** Only once: it is a matter of the store's size, not of the moment. */
  private void warnIfSlow(long nanos) {
    if (loaded && !warned && nanos > bound.toNanos()) {
      warned = true;
      LOG.warn(
          "Comparing all exports with the store took {} s, longer than the {} s that they may be"
              + " old: collectors wait for it",
          Duration.ofNanos(nanos).toSeconds(),
          bound.toSeconds());
    }
  }

  private void scan() {
    if (!loaded && read.get() == 0) {
      documents.each(Families.EXPORTS, Families.ALL_EXPORTS, this::take);
      return;
    }
    Set<Key> doubtful = new HashSet<>(replica.keys());
    documents.heads(Families.ALL_EXPORTS, head -> compare(head, doubtful));
    documents.readAll(Families.EXPORTS, doubtful, this::take);
  }

  /** Leaves in doubt what is not as a scan shows it, or is not shown. */
  private void compare(Entry head, Set<Key> doubtful) {
    if (replica.isCurrent(head.key(), head.token())) {
      doubtful.remove(head.key());
    } else {
      doubtful.add(head.key());
    }
  }

  private void read(Key key) {
    take(documents.read(Families.EXPORTS, key));
  }

  private void take(Snapshot<ExportSet> now) {
    if (now.isAbsent()) {
      replica.forget(now.key());
    } else {
      now.value().ifPresent(set -> replica.apply(set, now.token()));
    }
    if (!loaded) {
      progress.accept(read.incrementAndGet());
    }
  }

  /** Before the first scan, so that nothing falls between it and the feed. */
  private void subscribe() {
    if (!closed && subscription == null && feed.isPresent()) {
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
      closed = true;
      if (subscription != null) {
        subscription.close();
        subscription = null;
      }
    } finally {
      lock.unlock();
    }
  }
}
