// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.operations.FetchOperation;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads each key of a listing, some at once: Riak's listings hold neither clocks nor attributes.
 */
final class RiakScan implements PagedCursor.Pages<Entry> {
  private static final int AT_ONCE = 16;
  private final KeyPages pages;
  private final Projection projection;
  private final Function<Key, Cluster.Pending<FetchOperation.Response>> fetch;
  private Iterator<Key> keys = Collections.emptyIterator();

  /**
   * @param fetch begins to read a document, or its head only
   */
  RiakScan(
      KeyPages pages,
      Projection projection,
      Function<Key, Cluster.Pending<FetchOperation.Response>> fetch) {
    this.pages = pages;
    this.projection = projection;
    this.fetch = fetch;
  }

  @Override
  public @Nullable List<Entry> next() {
    if (keys.hasNext()) {
      return read();
    }
    if (!pages.hasNext()) {
      return null;
    }
    keys = pages.next().iterator();
    return List.of();
  }

  private List<Entry> read() {
    List<Key> batch = new ArrayList<>(AT_ONCE);
    List<Cluster.Pending<FetchOperation.Response>> pending = new ArrayList<>(AT_ONCE);
    while (keys.hasNext() && batch.size() < AT_ONCE) {
      Key key = keys.next();
      batch.add(key);
      pending.add(fetch.apply(key));
    }
    List<Answer<FetchOperation.Response>> answers =
        pending.stream().map(Cluster.Pending::answer).toList();
    List<Entry> read = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      FetchOperation.Response found = alone(batch.get(i), answers.get(i)).value("a scan");
      Stored stored = Contents.stored(found.getObjectList());
      Entry.of(batch.get(i), stored, projection).ifPresent(read::add);
    }
    return read;
  }

  /**
   * Once more, and alone, what came to nothing among others: a node drops answers of others while
   * its buffer for them is full, as some large objects fill it, and then says that time is over.
   */
  private Answer<FetchOperation.Response> alone(Key key, Answer<FetchOperation.Response> answer) {
    return answer instanceof Answer.Done ? answer : fetch.apply(key).answer();
  }
}
