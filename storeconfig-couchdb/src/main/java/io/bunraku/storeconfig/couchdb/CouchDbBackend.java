// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.bunraku.storeconfig.spi.ChangeFeed;
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
import java.time.Duration;

/** Documents in CouchDB. */
final class CouchDbBackend implements StoreBackend, ChangeFeed {
  /** CouchDB takes far more; this is what a page of a scan can hold some dozens of. */
  static final int MAX_VALUE_BYTES = 8 << 20;

  private final CouchDbSettings settings;
  private final CouchClient client;
  private final Databases databases;
  private final Revisions revisions;

  CouchDbBackend(CouchDbSettings settings) {
    this.settings = settings;
    this.client = new CouchClient(settings);
    this.databases = new Databases(client, settings);
    this.revisions =
        settings.cluster()
            ? new LeafRevisions(client, databases)
            : new ComparedRevisions(client, databases);
  }

  /** In a cluster a copy that was parted from the others answers all the same. */
  @Override
  public Traits traits() {
    Duration staleness =
        revisions.model() == ConflictModel.SIBLINGS ? Traits.UNBOUNDED : Duration.ZERO;
    return new Traits(revisions.model(), MAX_VALUE_BYTES, staleness, staleness);
  }

  @Override
  public Stored read(Key key) {
    databases.requireReady();
    String database = databases.of(key);
    try {
      return revisions.read(database, key);
    } catch (AbsentDatabaseException e) {
      if (database.equals(databases.main())) {
        throw e;
      }
      return Stored.ABSENT;
    }
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    if (value.bytes().size() > MAX_VALUE_BYTES) {
      throw new StoreException("The value of " + key + " is larger than " + MAX_VALUE_BYTES);
    }
    databases.requireReady();
    return databases.making(key, database -> revisions.write(database, key, value, seen));
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    databases.requireReady();
    String database = databases.of(key);
    WriteOutcome outcome;
    try {
      outcome = revisions.write(database, key, null, seen);
    } catch (AbsentDatabaseException e) {
      if (database.equals(databases.main())) {
        throw e;
      }
      outcome = new WriteOutcome.Written(Token.ABSENT);
    }
    if (outcome instanceof WriteOutcome.Written) {
      databases.afterDeletion(key);
    }
    return outcome;
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    databases.requireReady();
    return new PagedCursor<>(new PagedScan(client, databases, revisions, prefix, projection));
  }

  @Override
  public Subscription watch(KeyPrefix prefix, Changes changes) {
    return LongPoll.start(client, settings, prefix, changes);
  }

  @Override
  public Health check() {
    return Health.of(this::describe);
  }

  private String describe() {
    databases.requireReady();
    JsonNode root = client.get("/").body();
    databases.requireOk(settings.database(), client.get(CouchClient.path(settings.database(), "")));
    boolean genuine = root.path("couchdb").isTextual();
    String product = genuine ? "CouchDB " : "not CouchDB, but speaks like it: ";
    return product
        + root.path("version").asText()
        + " at "
        + settings.url()
        + ", database '"
        + settings.database()
        + "'";
  }

  @Override
  public void close() {
    client.close();
  }
}
