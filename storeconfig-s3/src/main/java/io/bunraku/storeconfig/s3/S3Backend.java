// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

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
import java.util.Map;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Documents as objects of one bucket. */
final class S3Backend implements StoreBackend, PrefixDrop {
  /** S3 takes five gigabytes at once; this is what a request may reasonably hold in memory. */
  static final int MAX_VALUE_BYTES = 64 << 20;

  /** Since 2020 S3 reads and lists what was written before. */
  private static final Traits TRAITS =
      new Traits(ConflictModel.COMPARE_AND_SET, MAX_VALUE_BYTES, Duration.ZERO, Duration.ZERO);

  private final S3Settings settings;
  private final Bucket bucket;
  private final Requests requests;
  private final ObjectKeys keys;
  private final Conditions conditions;

  S3Backend(S3Settings settings) {
    this.settings = settings;
    this.bucket = new Bucket(settings);
    this.requests = new Requests(settings, bucket);
    this.keys = new ObjectKeys(settings.prefix());
    this.conditions = new Conditions(requests, keys, settings.conditionalDelete());
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public Stored read(Key key) {
    return requests.get(keys.of(key));
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    if (value.bytes().size() > MAX_VALUE_BYTES) {
      throw new StoreException("The value of " + key + " is larger than " + MAX_VALUE_BYTES);
    }
    String object = keys.of(key);
    Map<String, String> metadata = StoredObject.metadata(value);
    conditions.verify();
    return requests.put(object, StoredObject.live(value), metadata, seen);
  }

  /**
   * A server that does not keep a condition on deletions gets a tombstone: only that can be written
   * over what was seen and nothing else.
   */
  @Override
  public WriteOutcome delete(Key key, Token seen) {
    String object = keys.of(key);
    conditions.verify();
    if (seen.isAbsent()) {
      return requests.get(object).token().isAbsent()
          ? new WriteOutcome.Written(Token.ABSENT)
          : new WriteOutcome.Conflict();
    }
    return settings.conditionalDelete()
        ? requests.delete(object, seen)
        : requests.put(object, StoredObject.tombstone(), Map.of(), seen);
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return new PagedCursor<>(new S3Scan(requests, keys, prefix, projection));
  }

  /** A thousand objects a request, where deletions one by one would be a thousand requests. */
  @Override
  public long drop(KeyPrefix prefix) {
    conditions.verify();
    long dropped = 0;
    ListObjectsV2Response page;
    String continuation = null;
    do {
      page = requests.list(keys.of(prefix), continuation);
      List<String> objects =
          page.contents().stream().map(S3Object::key).filter(o -> keys.parse(o) != null).toList();
      requests.deleteAll(objects);
      dropped += objects.size();
      continuation = page.nextContinuationToken();
    } while (continuation != null);
    return dropped;
  }

  /** A read of an object that is not there tells of credentials, bucket and clock alike. */
  @Override
  public Health check() {
    return Health.of(() -> {
      requests.get(keys.reserved("health"));
      return settings.where();
    });
  }

  @Override
  public void close() {
    bucket.close();
  }
}
