// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Encrypts all secrets of a store anew with the newest key, while masters use it. What has the
 * newest key already is left alone, so an interrupted rotation goes on where it was.
 */
public final class KeyRotation {
  /** More than one pass finds something only if masters write with an older key meanwhile. */
  private static final int MOST_PASSES = 5;

  /** A scan that may omit documents has to find nothing so many times. */
  private static final int QUIET_SCANS = 3;

  private final StoreAdmin store;
  private final Consumer<Progress> progress;
  private final SortedMap<Integer, AtomicLong> renewed = new ConcurrentSkipListMap<>();
  private long seen;

  /**
   * How far a rotation is.
   *
   * @param pass the number of the pass over the store, from 1
   * @param seen how many documents with secrets this pass has looked at
   * @param renewed how many were encrypted anew since the start
   */
  public record Progress(int pass, long seen, long renewed) {}

  /**
   * What a rotation has done.
   *
   * @param epoch of the newest key, which all secrets have now
   * @param renewed how many documents had another key before, by its epoch; 0 for none
   * @param documents how many documents with secrets there are
   */
  public record Result(int epoch, SortedMap<Integer, Long> renewed, long documents) {}

  /** Of a store whose options have a keyring. */
  public KeyRotation(StoreAdmin store, Consumer<Progress> progress) {
    this.store = store;
    this.progress = progress;
  }

  /**
   * Reads the whole store.
   *
   * @return how many documents have a value that is encrypted with a key, by its epoch; 0 for those
   *     with one that is not encrypted
   */
  public static SortedMap<Integer, Long> use(StoreAdmin store) {
    SortedMap<Integer, Long> use = new TreeMap<>();
    try (Cursor<Entry> all = store.documents().scan(KeyPrefix.ALL, Projection.VALUES)) {
      while (all.hasNext()) {
        Entry e = all.next();
        store.keysOf(e.key(), e.values()).forEach(epoch -> use.merge(epoch, 1L, Long::sum));
      }
    }
    return use;
  }

  /**
   * Runs until a pass over the store finds nothing to do.
   *
   * @throws StoreException if the store is being moved, or masters go on writing with another key
   */
  public Result run() {
    store.verifyKeys();
    int epoch = store.newestKey();
    int wanted = store.documents().traits().hasUnboundedScans() ? QUIET_SCANS : 1;
    int quiet = 0;
    for (int pass = 1; quiet < wanted; pass++) {
      if (pass > MOST_PASSES + wanted) {
        throw new StoreException(
            "Masters go on encrypting with another key than "
                + epoch
                + ": move its line to the top of store.keys on all of them, restart them, and"
                + " rotate again");
      }
      quiet = pass(pass, epoch) == 0 ? quiet + 1 : 0;
    }
    SortedMap<Integer, Long> counts = new TreeMap<>();
    renewed.forEach((old, count) -> counts.put(old, count.get()));
    return new Result(epoch, counts, seen);
  }

  private long pass(int pass, int epoch) {
    if (store.epoch().fenced()) {
      throw new StoreException("The store is being moved: rotate the keys of the target");
    }
    seen = 0;
    long found = 0;
    try (Cursor<Entry> all = store.documents().scan(KeyPrefix.ALL, Projection.VALUES);
        Workers workers = new Workers()) {
      while (all.hasNext()) {
        Entry e = all.next();
        Set<Integer> epochs = store.keysOf(e.key(), e.values());
        seen += epochs.isEmpty() ? 0 : 1;
        if (!epochs.isEmpty() && !epochs.equals(Set.of(epoch))) {
          found++;
          workers.run(() -> renew(e, epochs, epoch));
        }
        if (seen % 100 == 0) {
          tell(pass);
        }
      }
    }
    tell(pass);
    return found;
  }

  private void renew(Entry entry, Set<Integer> epochs, int epoch) {
    if (store.reseal(entry.key())) {
      epochs.stream()
          .filter(e -> e != epoch)
          .forEach(e -> renewed.computeIfAbsent(e, n -> new AtomicLong()).incrementAndGet());
    }
  }

  private void tell(int pass) {
    long all = renewed.values().stream().mapToLong(AtomicLong::get).sum();
    progress.accept(new Progress(pass, seen, all));
  }
}
