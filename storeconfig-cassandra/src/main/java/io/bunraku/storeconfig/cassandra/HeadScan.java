// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the index, partition by partition and page by page, and the documents where the index does
 * not suffice: for values, and of heads that are open. What is deleted meanwhile is left out.
 */
final class HeadScan implements Cursor<Entry> {
  /** How many documents are read at once. */
  private static final int AT_ONCE = 32;

  private final CqlSession session;
  private final DocumentTable documents;
  private final Failures failures;
  private final Projection projection;
  private final Deque<BoundStatement> partitions;
  private Iterator<Row> rows = Collections.emptyIterator();
  private Iterator<Entry> ready = Collections.emptyIterator();

  HeadScan(
      CqlSession session,
      DocumentTable documents,
      Failures failures,
      Projection projection,
      List<BoundStatement> partitions) {
    this.session = session;
    this.documents = documents;
    this.failures = failures;
    this.projection = projection;
    this.partitions = new ArrayDeque<>(partitions);
    fill();
  }

  @Override
  public boolean hasNext() {
    fill();
    return ready.hasNext();
  }

  /** Goes on until there is an entry, or nothing more to read. */
  private void fill() {
    boolean more = true;
    while (more && !ready.hasNext()) {
      List<Row> some = failures.in(this::rows);
      ready = failures.in(() -> entries(some)).iterator();
      more = !some.isEmpty();
    }
  }

  @Override
  public Entry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }

  @Override
  public void close() {
    partitions.clear();
    rows = Collections.emptyIterator();
    ready = Collections.emptyIterator();
  }

  private List<Row> rows() {
    List<Row> some = new ArrayList<>(AT_ONCE);
    while (some.size() < AT_ONCE && hasRow()) {
      some.add(rows.next());
    }
    return some;
  }

  /** A partition is taken off the list only when it has answered. */
  private boolean hasRow() {
    while (!rows.hasNext() && !partitions.isEmpty()) {
      ResultSet next = session.execute(partitions.element());
      partitions.remove();
      rows = next.iterator();
    }
    return rows.hasNext();
  }

  private List<Entry> entries(List<Row> some) {
    List<CompletableFuture<Optional<Entry>>> all = new ArrayList<>(some.size());
    for (Row row : some) {
      all.add(entry(row));
    }
    return all.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
  }

  private CompletableFuture<Optional<Entry>> entry(Row row) {
    Key key = new Key(Objects.requireNonNull(row.getString("key")));
    String token = row.getString("state");
    if (row.getBoolean("open") || (token != null && projection == Projection.VALUES)) {
      return documents.readAsync(key).thenApply(stored -> entry(key, stored)).toCompletableFuture();
    }
    Map<String, String> attributes = DocumentTable.attributes(row);
    return CompletableFuture.completedFuture(
        Optional.ofNullable(token).map(t -> new Entry(key, new Token(t), attributes, List.of())));
  }

  private Optional<Entry> entry(Key key, Stored stored) {
    if (stored.isAbsent()) {
      return Optional.empty();
    }
    Map<String, String> attributes = stored.values().get(0).attributes();
    boolean whole = projection == Projection.VALUES;
    return Optional.of(
        new Entry(key, stored.token(), attributes, whole ? stored.values() : List.of()));
  }
}
