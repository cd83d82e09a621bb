// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.PrefixDrop;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Documents in one table of a SQLite file. */
final class LocalBackend implements StoreBackend, AtomicWrites, PrefixDrop {
  /** SQLite takes a gigabyte; this is what a request may reasonably hold in memory. */
  static final int MAX_VALUE_BYTES = 64 << 20;

  private static final Traits TRAITS =
      new Traits(ConflictModel.COMPARE_AND_SET, MAX_VALUE_BYTES, Duration.ZERO, Duration.ZERO);
  private final Database database;
  private final GroupCommit commits;

  LocalBackend(Database database) {
    this.database = database;
    this.commits = new GroupCommit(database);
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Stored read(Key key) {
    return database.reading(connection -> Rows.read(connection, key));
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    requireFit(key, value);
    return commits.submit(List.of(Change.write(key, value, seen)));
  }

  @Override
  public List<WriteOutcome> writeAll(List<Write> writes) {
    writes.forEach(w -> requireFit(w.key(), w.value()));
    Change[] changes =
        writes.stream().map(w -> Change.write(w.key(), w.value(), w.seen())).toArray(Change[]::new);
    WriteOutcome outcome = commits.submit(List.of(changes));
    if (!(outcome instanceof WriteOutcome.Written)) {
      return writes.stream().map(w -> outcome).toList();
    }
    return Stream.of(changes).<WriteOutcome>map(Change::written).toList();
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return commits.submit(List.of(Change.delete(key, seen)));
  }

  @Override
  public long drop(KeyPrefix prefix) {
    return commits.drop(Rows.bytes(prefix.path()), PagedScan.end(prefix));
  }

  private static void requireFit(Key key, Value value) {
    if (value.bytes().size() > MAX_VALUE_BYTES) {
      throw new StoreException("The value of " + key + " is larger than " + MAX_VALUE_BYTES);
    }
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return new PagedCursor<>(new PagedScan(database, prefix, projection));
  }

  @Override
  public Health check() {
    return database.check();
  }

  @Override
  public void close() {
    database.close();
  }
}
