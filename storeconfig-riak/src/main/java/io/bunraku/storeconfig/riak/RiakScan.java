// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import com.basho.riak.client.core.operations.FetchOperation;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Reads each key of a listing, some at once: Riak's listings hold neither clocks nor attributes.
 */
final class RiakScan implements Cursor<Entry> {
  private static final int AT_ONCE = 16;
  private final KeyPages pages;
  private final Projection projection;
  private final Function<Key, Cluster.Pending<FetchOperation.Response>> fetch;
  private Iterator<Key> keys = Collections.emptyIterator();
  private Iterator<Entry> entries = Collections.emptyIterator();
  private boolean closed;

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
    advance();
  }

  /** Goes on until there is an entry or no more keys. */
  private void advance() {
    while (!closed && !entries.hasNext() && (keys.hasNext() || pages.hasNext())) {
      if (keys.hasNext()) {
        entries = read().iterator();
      } else {
        keys = pages.next().iterator();
      }
    }
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
      if (!stored.isAbsent()) {
        read.add(entry(batch.get(i), stored));
      }
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

  private Entry entry(Key key, Stored stored) {
    boolean whole = projection == Projection.VALUES;
    return new Entry(
        key,
        stored.token(),
        stored.values().get(0).attributes(),
        whole ? stored.values() : List.of());
  }

  @Override
  public boolean hasNext() {
    advance();
    return entries.hasNext();
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return entries.next();
  }

  @Override
  public void close() {
    closed = true;
    entries = Collections.emptyIterator();
  }
}
