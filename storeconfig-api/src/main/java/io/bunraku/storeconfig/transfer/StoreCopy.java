// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreEpoch;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.transfer.CopyProgress.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Moves a store to another backend while masters use it: first the bulk, then the source is fenced
 * and the rest follows, then both are compared, and only then does the target become the living
 * copy. May be interrupted at any point and run again.
 */
public final class StoreCopy {
  /** A scan may omit keys where there is no promise: then this many must bring nothing new. */
  private static final int QUIET_SCANS = 3;

  private final StoreAdmin source;
  private final StoreAdmin target;
  private final CopyJournal journal;
  private final Duration fenceWait;
  private final Consumer<Duration> pause;
  private final Consumer<CopyProgress> progress;
  private final DocumentCopier copier;
  private final AtomicLong seen = new AtomicLong();

  /**
   * What a copy came to.
   *
   * @param documents how many both hold
   * @param hash canonical hash of both
   * @param copied how many were written by this run
   * @param epoch the target's
   */
  public record Result(long documents, String hash, long copied, long epoch) {}

  /**
   * @param fenceWait how long to wait after the fence: longer than masters trust that there is none
   *     and than their longest write takes
   * @param pause waits
   * @param progress is told how far it is; must be quick
   */
  public StoreCopy(
      StoreAdmin source,
      StoreAdmin target,
      CopyJournal journal,
      Duration fenceWait,
      Consumer<Duration> pause,
      Consumer<CopyProgress> progress) {
    this.source = source;
    this.target = target;
    this.journal = journal;
    this.fenceWait = fenceWait;
    this.pause = pause;
    this.progress = progress;
    this.copier = new DocumentCopier(source, target.documents());
  }

  /**
   * Copies.
   *
   * @throws StoreException with one line that says what stands in the way
   */
  public Result run() throws IOException {
    StoreEpoch from = source.epoch();
    CopyMarker marker = new CopyMarker(target, source.name());
    marker.require(from.epoch());
    pass(Phase.BULK);
    fence(from);
    rest();
    CanonicalHash hash = verify();
    tell(Phase.SWITCH);
    long epoch = from.epoch() + 1;
    target.change(e -> new StoreEpoch(epoch, e.change() + 1, false, "copy of " + source.name()));
    marker.remove();
    journal.delete();
    return new Result(hash.documents(), hash.hex(), copier.copied(), epoch);
  }

  /** Lifts the fence of a copy that shall not be finished. */
  public static void abandon(StoreAdmin source) {
    source.change(e -> e.fenced() ? e.release() : e);
  }

  private void fence(StoreEpoch from) {
    tell(Phase.FENCE);
    if (!from.fenced()) {
      source.change(e -> e.fence("it is being moved to " + target.name()));
    }
    pause.accept(fenceWait); // also when it was fenced already: nobody knows for how long
  }

  private void rest() {
    int quiet = 0;
    boolean promised = !source.documents().traits().hasUnboundedScans();
    Traits traits = source.documents().traits();
    if (promised) {
      pause.accept(traits.scanStaleness());
    }
    while (quiet < (promised ? 1 : QUIET_SCANS)) {
      quiet = pass(Phase.REST) == 0 ? quiet + 1 : 0;
    }
  }

  /** Copies what a scan shows and the journal does not know, and deletes what is gone. */
  private long pass(Phase phase) {
    seen.set(0);
    AtomicLong changed = new AtomicLong();
    Set<Key> missing = new HashSet<>(journal.keys());
    try (Cursor<Entry> heads = source.documents().scan(KeyPrefix.ALL, Projection.HEADS);
        Workers workers = new Workers()) {
      while (heads.hasNext()) {
        Entry head = heads.next();
        missing.remove(head.key());
        if (CanonicalHash.isContent(head.key()) && !journal.has(head.key(), head.token())) {
          workers.run(() -> copy(head.key(), changed));
        }
        step(phase);
      }
      missing.forEach(key -> workers.run(() -> copy(key, changed)));
    }
    tell(phase);
    return changed.get();
  }

  private void copy(Key key, AtomicLong changed) {
    DocumentCopier.Copied copied = copier.copy(key);
    if (copied.token().isAbsent()) {
      journal.gone(key);
    } else {
      journal.done(key, copied.token());
    }
    if (copied.written()) {
      changed.incrementAndGet();
    }
  }

  /** Reads every document of both, whatever scans say. */
  private CanonicalHash verify() {
    seen.set(0);
    CanonicalHash there = new CanonicalHash();
    CanonicalHash here = new CanonicalHash();
    Set<Key> keys = new HashSet<>(journal.keys());
    try (Cursor<Entry> heads = target.documents().scan(KeyPrefix.ALL, Projection.HEADS)) {
      heads.forEachRemaining(e -> keys.add(e.key()));
    }
    try (Workers workers = new Workers()) {
      for (Key key : keys) {
        if (CanonicalHash.isContent(key)) {
          workers.run(() -> compare(key, here, there));
          step(Phase.VERIFY);
        }
      }
    }
    if (!here.hex().equals(there.hex())) {
      throw new StoreException("Source and target differ: run the copy again");
    }
    return here;
  }

  private void compare(Key key, CanonicalHash here, CanonicalHash there) {
    var original = source.documents().read(key).values();
    var copy = target.documents().read(key).values();
    if (!original.isEmpty()) {
      here.add(key, original);
    }
    if (!copy.isEmpty()) {
      there.add(key, copy);
    }
    if (!Set.copyOf(original).equals(Set.copyOf(copy))) {
      throw new StoreException("Source and target differ in " + key + ": run the copy again");
    }
  }

  private void step(Phase phase) {
    if (seen.incrementAndGet() % 100 == 0) {
      tell(phase);
    }
  }

  private void tell(Phase phase) {
    progress.accept(new CopyProgress(phase, seen.get(), copier.copied(), copier.bytes()));
  }
}
