// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.operations.ListKeysOperation;
import com.basho.riak.client.core.operations.SecondaryIndexQueryOperation;
import com.basho.riak.client.core.operations.SecondaryIndexQueryOperation.Query;
import com.basho.riak.client.core.query.indexes.IndexNames;
import com.basho.riak.client.core.util.BinaryValue;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys below a prefix, page by page: a range of the index {@code $key}, which Riak keeps by
 * itself. It is answered by one replica of each key, so it may omit what that replica has not got
 * yet; and it holds keys of tombstones, which a read tells from others. Storage without indexes
 * (Bitcask) can only list the keys of the whole bucket.
 */
final class KeyPages {
  private static final int PAGE = 1_000;
  private final RiakSettings settings;
  private final Cluster cluster;
  private final KeyPrefix prefix;
  private @Nullable BinaryValue continuation;
  private boolean last;

  KeyPages(RiakSettings settings, Cluster cluster, KeyPrefix prefix) {
    this.settings = settings;
    this.cluster = cluster;
    this.prefix = prefix;
  }

  boolean hasNext() {
    return !last;
  }

  List<Key> next() {
    return switch (cluster.call(query())) {
      case Answer.Done<SecondaryIndexQueryOperation.Response> page -> keys(page.value());
      case Answer.Refused<SecondaryIndexQueryOperation.Response> r
          when Refusals.isWithoutIndexes(r.error()) ->
          listed();
      case Answer<SecondaryIndexQueryOperation.Response> none -> keys(none.value("a scan"));
    };
  }

  private SecondaryIndexQueryOperation query() {
    Query.Builder query =
        new Query.Builder(settings.namespace(), BinaryValue.createFromUtf8(IndexNames.KEY))
            .withRangeStart(start())
            .withRangeEnd(end())
            .withMaxResults(PAGE)
            .withPaginationSort(true)
            .withTimeout(settings.requestMillis());
    BinaryValue from = continuation;
    if (from != null) {
      query.withContinuation(from);
    }
    return new SecondaryIndexQueryOperation.Builder(query.build()).build();
  }

  /** No key is less than this one, and none is empty, which a range may not begin with. */
  private BinaryValue start() {
    byte[] path = prefix.path().getBytes(StandardCharsets.UTF_8);
    return BinaryValue.unsafeCreate(path.length == 0 ? new byte[] {0} : path);
  }

  /** What no UTF-8 has is greater than all that begins with the prefix. */
  private BinaryValue end() {
    byte[] path = prefix.path().getBytes(StandardCharsets.UTF_8);
    byte[] end = Arrays.copyOf(path, path.length + 1);
    end[path.length] = (byte) 0xff;
    return BinaryValue.unsafeCreate(end);
  }

  private List<Key> keys(SecondaryIndexQueryOperation.Response page) {
    BinaryValue next = page.hasContinuation() ? page.getContinuation() : null;
    last = next == null || next.length() == 0;
    continuation = next;
    return keys(
        page.getEntryList().stream()
            .map(SecondaryIndexQueryOperation.Response.Entry::getObjectKey));
  }

  private List<Key> listed() {
    last = true;
    ListKeysOperation list =
        new ListKeysOperation.Builder(settings.namespace())
            .withTimeout(settings.requestMillis())
            .build();
    return keys(cluster.call(list).value("a listing of keys").getKeys().stream());
  }

  private List<Key> keys(Stream<BinaryValue> found) {
    return found
        .map(BinaryValue::toStringUtf8)
        .distinct()
        .filter(k -> k.startsWith(prefix.path()))
        .flatMap(KeyPages::key)
        .toList();
  }

  /** A key that is none of ours may be anything. */
  private static Stream<Key> key(String path) {
    try {
      return Stream.of(new Key(path));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }
}
