// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.cql.Row;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Clock;
import java.time.Duration;

/** Documents in Cassandra, with an index beside them. */
final class CassandraBackend implements StoreBackend {
  /** A transaction writes a value three times over, and a mutation may be 16 MiB at most. */
  static final int MAX_VALUE_BYTES = 1 << 20;

  private static final Traits TRAITS =
      new Traits(ConflictModel.COMPARE_AND_SET, MAX_VALUE_BYTES, Duration.ZERO, Duration.ZERO);
  private static final Key NOTHING = Key.of("health");
  private final Connection connection;

  CassandraBackend(Connection connection) {
    this.connection = connection;
  }

  private DocumentTable documents() {
    return new DocumentTable(connection.statements(), connection.failures());
  }

  private HeadTable heads() {
    return new HeadTable(connection.statements(), connection.failures(), Clock.systemUTC());
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Stored read(Key key) {
    return documents().read(key);
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    if (value.bytes().size() > MAX_VALUE_BYTES) {
      throw new StoreException(
          "store cassandra: the value of " + key + " is larger than " + MAX_VALUE_BYTES + " bytes");
    }
    HeadTable heads = heads();
    Version next = heads.open(key, seen);
    WriteOutcome outcome = documents().write(key, value, seen, next);
    if (outcome instanceof WriteOutcome.Written) {
      heads.close(key, next, value.attributes());
    }
    return outcome;
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    HeadTable heads = heads();
    Version next = heads.open(key, seen);
    WriteOutcome outcome = documents().delete(key, seen);
    if (outcome instanceof WriteOutcome.Written) {
      heads.drop(key, next);
    }
    return outcome;
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return new PagedCursor<>(
        new HeadScan(
            connection.statements().session(),
            documents(),
            connection.failures(),
            projection,
            heads().below(prefix)));
  }

  @Override
  public Health check() {
    return Health.of(() -> server() + ", keyspace " + connection.settings().keyspace());
  }

  /** Says who answers, having read with the consistency that reads need. */
  private String server() {
    documents().read(NOTHING);
    return connection
        .failures()
        .in(() -> {
          Row row =
              connection
                  .statements()
                  .session()
                  .execute("SELECT release_version, cluster_name FROM system.local")
                  .one();
          return row == null
              ? "Cassandra"
              : "Cassandra " + row.getString(0) + ", cluster " + row.getString(1);
        });
  }

  @Override
  public void close() {
    connection.close();
  }
}
