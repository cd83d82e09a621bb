// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PrefixDrop;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The loop below all stores: read, merge, write over what was read, and if another write came
 * first, again. An unknown outcome is settled by reading and looking for the write's own id.
 */
final class Documents {
  private static final int AT_A_TIME = 16;

  private final StoreBackend backend;
  private final Optional<AtomicWrites> atomic;
  private final boolean siblings;
  private final Sealer sealer;
  private final Backoff backoff;

  Documents(StoreBackend backend, Sealer sealer, Backoff backoff) {
    this.backend = backend;
    this.atomic = backend.ability(AtomicWrites.class);
    this.siblings = backend.traits().conflicts() == ConflictModel.SIBLINGS;
    this.sealer = sealer;
    this.backoff = backoff;
  }

  /** Whether concurrent writes can both stand, so that who must know reads back. */
  boolean hasSiblings() {
    return siblings;
  }

  <T> Snapshot<T> read(Family<T> family, Key key) {
    Stored stored = backend.read(key);
    return new Snapshot<>(family, sealer, key, stored.token(), stored.values());
  }

  /**
   * Changes a document. What an attempt with an unknown outcome has written is found by the next
   * one, which then does not ask for a change again.
   *
   * @param next the new value, or null to leave the document; called once an attempt
   */
  <T> Update<T> update(Family<T> family, Key key, Function<Snapshot<T>, @Nullable T> next) {
    Backoff.Attempts attempts = backoff.start();
    List<UUID> doubtful = new ArrayList<>();
    do {
      Snapshot<T> seen = read(family, key);
      if (doubtful.stream().anyMatch(seen::knows)) {
        return new Update<>(true, seen);
      }
      T value = next.apply(seen);
      if (value == null) {
        return new Update<>(false, seen);
      }
      Draft<T> draft = Draft.of(sealer, seen, value);
      Snapshot<T> after = write(draft);
      if (after != null) {
        return new Update<>(true, after);
      }
      doubtful.add(draft.id());
    } while (attempts.again());
    throw new StoreUnavailableException("No turn to write " + key + " before the deadline");
  }

  /** What stands after a draft was written, or null if it was not. */
  private <T> @Nullable Snapshot<T> write(Draft<T> draft) {
    Key key = draft.seen().key();
    return switch (backend.write(key, draft.value(), draft.seen().token())) {
      case WriteOutcome.Written w ->
          siblings ? read(draft.seen().family(), key) : draft.written(sealer, w.token());
      case WriteOutcome.Conflict c -> null;
      case WriteOutcome.Unknown u -> settle(draft);
    };
  }

  private <T> @Nullable Snapshot<T> settle(Draft<T> draft) {
    Snapshot<T> now = read(draft.seen().family(), draft.seen().key());
    return now.knows(draft.id()) ? now : null;
  }

  /**
   * Writes some documents in order over what was read of each; where the backend can, in one
   * transaction. Stops at the first lost race.
   *
   * @return whether all of them were written
   */
  boolean commit(List<Draft<?>> drafts) {
    if (drafts.size() > 1) {
      List<Key> keys = drafts.stream().<Key>map(d -> d.seen().key()).toList();
      Optional<AtomicWrites> transaction = atomic.filter(a -> a.together(keys));
      if (transaction.isPresent()) {
        return commitAtOnce(transaction.get(), drafts);
      }
    }
    for (Draft<?> draft : drafts) {
      if (write(draft) == null) {
        return false;
      }
    }
    return true;
  }

  private boolean commitAtOnce(AtomicWrites transaction, List<Draft<?>> drafts) {
    List<AtomicWrites.Write> writes = new ArrayList<>(drafts.size());
    for (Draft<?> d : drafts) {
      writes.add(new AtomicWrites.Write(d.seen().key(), d.value(), d.seen().token()));
    }
    return switch (transaction.writeAll(writes).get(0)) {
      case WriteOutcome.Written w -> true;
      case WriteOutcome.Conflict c -> false;
      case WriteOutcome.Unknown u -> settle(drafts.get(0)) != null;
    };
  }

  <T> Draft<T> draft(Snapshot<T> seen, T value) {
    return Draft.of(sealer, seen, value);
  }

  <T> Draft<T> draft(Snapshot<T> seen, T value, Map<String, String> attributes) {
    return Draft.of(sealer, seen, value, attributes);
  }

  Backoff.Attempts attempts() {
    return backoff.start();
  }

  /** Purges a document, whoever writes to it at the same time; false if there was none. */
  boolean purge(Key key) {
    return purge(key, stored -> true);
  }

  /** Purges a document if what is read of it is as it should be; false if it is not, or absent. */
  <T> boolean purge(Family<T> family, Key key, Predicate<Snapshot<T>> condition) {
    return purge(
        key,
        stored ->
            condition.test(new Snapshot<>(family, sealer, key, stored.token(), stored.values())));
  }

  private boolean purge(Key key, Predicate<Stored> condition) {
    Backoff.Attempts attempts = backoff.start();
    do {
      Stored stored = backend.read(key);
      if (stored.isAbsent() || !condition.test(stored)) {
        return false;
      }
      if (backend.delete(key, stored.token()) instanceof WriteOutcome.Written) {
        return true;
      }
    } while (attempts.again());
    throw new StoreUnavailableException("No turn to purge " + key + " before the deadline");
  }

  /**
   * Reads documents, some at a time, in any order and by any thread.
   *
   * @param use is shown each, absent ones too
   */
  <T> void readAll(Family<T> family, Collection<Key> keys, Consumer<Snapshot<T>> use) {
    someAtATime(keys, key -> use.accept(read(family, key)));
  }

  /**
   * Where each step waits for a disk or a network, this is as many times faster. The first failure
   * is thrown when all have been tried.
   */
  private static <T> void someAtATime(Collection<T> items, Consumer<T> step) {
    Semaphore turns = new Semaphore(AT_A_TIME);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (T item : items) {
        turns.acquireUninterruptibly();
        all.add(
            threads.submit(() -> {
              try {
                step.accept(item);
              } finally {
                turns.release();
              }
            }));
      }
    }
    all.forEach(Documents::rethrow);
  }

  /** Purges all below a prefix that nobody writes to any more; returns how many there were. */
  long drop(KeyPrefix prefix) {
    Optional<PrefixDrop> atOnce = backend.ability(PrefixDrop.class);
    if (atOnce.isPresent() && atOnce.get().canDrop(prefix)) {
      return atOnce.get().drop(prefix);
    }
    List<Entry> all = new ArrayList<>();
    heads(prefix, all::add);
    someAtATime(all, this::purge);
    return all.size();
  }

  private void purge(Entry entry) {
    if (!(backend.delete(entry.key(), entry.token()) instanceof WriteOutcome.Written)) {
      purge(entry.key());
    }
  }

  private static void rethrow(Future<?> done) {
    if (done.state() == Future.State.FAILED) {
      Throwable failure = done.exceptionNow();
      throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
    }
  }

  /** Shows each document below a prefix. */
  <T> void each(Family<T> family, KeyPrefix prefix, Consumer<Snapshot<T>> use) {
    try (Cursor<Entry> entries = backend.scan(prefix, Projection.VALUES)) {
      while (entries.hasNext()) {
        Entry e = entries.next();
        use.accept(new Snapshot<>(family, sealer, e.key(), e.token(), e.values()));
      }
    }
  }

  /** Shows the head of each document below a prefix. */
  void heads(KeyPrefix prefix, Consumer<Entry> use) {
    try (Cursor<Entry> entries = backend.scan(prefix, Projection.HEADS)) {
      entries.forEachRemaining(use);
    }
  }

  /**
   * How an update ended.
   *
   * @param written whether anything was written
   * @param now what stands: merged with concurrent writes, if there were any
   */
  record Update<T>(boolean written, Snapshot<T> now) {}
}
