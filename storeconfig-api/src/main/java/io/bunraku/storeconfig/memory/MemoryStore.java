// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.memory;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the clients share: the documents, and the faults on the way to them. */
public final class MemoryStore {
  private final Documents documents;
  private final long maxValueBytes;
  private final boolean atomic;
  private final Faults faults;
  private final Random random;
  private final List<Late> late = new ArrayList<>();
  private final List<Watch> watches = new CopyOnWriteArrayList<>();
  private boolean down;

  private record Watch(KeyPrefix prefix, ChangeFeed.Changes changes) {}

  /** A write under way: it arrives when its countdown is over. */
  private static final class Late {
    final AtomicWrites.Write write;
    int countdown;

    Late(AtomicWrites.Write write, int countdown) {
      this.write = write;
      this.countdown = countdown;
    }
  }

  /** The documents in one of the conflict models. */
  interface Documents {
    Stored read(Key key);

    /** Writes, or deletes where the value is null. */
    WriteOutcome write(Key key, @Nullable Value value, Token seen);

    Map<Key, Stored> all();
  }

  /** An empty store without faults or limits. */
  public MemoryStore(ConflictModel model) {
    this(model, Faults.NONE, Long.MAX_VALUE, false);
  }

  /**
   * An empty store.
   *
   * @param maxValueBytes what it refuses to exceed
   * @param atomic whether clients offer {@link AtomicWrites}; only in the compare-and-set model
   */
  public MemoryStore(ConflictModel model, Faults faults, long maxValueBytes, boolean atomic) {
    this.documents =
        switch (model) {
          case COMPARE_AND_SET -> new ComparedDocuments();
          case SIBLINGS -> new SiblingDocuments();
        };
    this.faults = faults;
    this.maxValueBytes = maxValueBytes;
    this.atomic = atomic && model == ConflictModel.COMPARE_AND_SET;
    this.random = new Random(faults.seed());
  }

  ConflictModel model() {
    return documents instanceof ComparedDocuments
        ? ConflictModel.COMPARE_AND_SET
        : ConflictModel.SIBLINGS;
  }

  long maxValueBytes() {
    return maxValueBytes;
  }

  boolean isAtomic() {
    return atomic;
  }

  /** Takes the store away, or brings it back. */
  public synchronized void setDown(boolean isDown) {
    down = isDown;
  }

  synchronized boolean isDown() {
    return down;
  }

  /** Does all late writes now. */
  public synchronized void settle() {
    late.forEach(l -> l.countdown = 0);
    runLate();
  }

  synchronized Stored read(Key key) {
    arrive();
    return documents.read(key);
  }

  synchronized List<Entry> scan(KeyPrefix prefix, Projection projection) {
    arrive();
    List<Entry> found = new ArrayList<>();
    documents
        .all()
        .forEach((key, stored) -> {
          if (key.startsWith(prefix)) {
            found.add(entry(key, stored, projection));
          }
        });
    Collections.shuffle(found, random);
    return found;
  }

  private static Entry entry(Key key, Stored stored, Projection projection) {
    List<Value> shown = projection == Projection.VALUES ? stored.values() : List.of();
    return new Entry(key, stored.token(), stored.values().get(0).attributes(), shown);
  }

  synchronized WriteOutcome write(Key key, @Nullable Value value, Token seen) {
    arrive();
    if (hits(faults.dropBefore())) {
      return new WriteOutcome.Unknown("dropped before the write");
    }
    if (value != null && hits(faults.late())) {
      late.add(new Late(new AtomicWrites.Write(key, value, seen), random.nextInt(6)));
      return new WriteOutcome.Unknown("late");
    }
    WriteOutcome outcome = apply(key, value, seen);
    if (hits(faults.duplicate())) {
      apply(key, value, seen);
    }
    return hits(faults.dropAfter()) ? new WriteOutcome.Unknown("dropped after") : outcome;
  }

  synchronized List<WriteOutcome> writeAll(List<AtomicWrites.Write> writes) {
    arrive();
    if (hits(faults.dropBefore())) {
      return same(writes, new WriteOutcome.Unknown("dropped before the writes"));
    }
    if (!writes.stream().allMatch(w -> documents.read(w.key()).token().equals(w.seen()))) {
      return same(writes, new WriteOutcome.Conflict());
    }
    List<WriteOutcome> outcomes =
        writes.stream().map(w -> apply(w.key(), w.value(), w.seen())).toList();
    return hits(faults.dropAfter())
        ? same(writes, new WriteOutcome.Unknown("dropped after"))
        : outcomes;
  }

  synchronized long drop(KeyPrefix prefix) {
    arrive();
    List<Key> below =
        documents.all().keySet().stream().filter(key -> key.startsWith(prefix)).toList();
    below.forEach(key -> apply(key, null, documents.read(key).token()));
    return below.size();
  }

  private static List<WriteOutcome> same(List<?> writes, WriteOutcome outcome) {
    return Collections.nCopies(writes.size(), outcome);
  }

  private WriteOutcome apply(Key key, @Nullable Value value, Token seen) {
    WriteOutcome outcome = documents.write(key, value, seen);
    if (outcome instanceof WriteOutcome.Written) {
      tell(key);
    }
    return outcome;
  }

  private void tell(Key key) {
    for (Watch watch : watches) {
      if (key.startsWith(watch.prefix())) {
        watch.changes().changed(key);
      }
    }
  }

  /** What happens whenever an operation arrives: others' late writes may come first. */
  private void arrive() {
    runLate();
    if (down || hits(faults.unavailable())) {
      throw new StoreUnavailableException("The store is away");
    }
  }

  private void runLate() {
    List<Late> due = late.stream().filter(l -> l.countdown-- <= 0).toList();
    late.removeAll(due);
    due.forEach(l -> apply(l.write.key(), l.write.value(), l.write.seen()));
  }

  private boolean hits(double rate) {
    return rate > 0 && random.nextDouble() < rate;
  }

  ChangeFeed.Subscription watch(KeyPrefix prefix, ChangeFeed.Changes changes) {
    Watch watch = new Watch(prefix, changes);
    watches.add(watch);
    return () -> watches.remove(watch);
  }
}
