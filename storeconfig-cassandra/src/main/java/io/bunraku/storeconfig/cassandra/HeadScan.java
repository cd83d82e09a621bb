// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads the index, partition by partition and page by page, and the documents where the index does
 * not suffice: for values, and of heads that are open. What is deleted meanwhile is left out.
 */
final class HeadScan implements PagedCursor.Pages<Entry> {
  /** How many documents are read at once. */
  private static final int AT_ONCE = 32;

  private final CqlSession session;
  private final DocumentTable documents;
  private final Failures failures;
  private final Projection projection;
  private final Deque<BoundStatement> partitions;
  private Iterator<Row> rows = Collections.emptyIterator();

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
  }

  @Override
  public @Nullable List<Entry> next() {
    List<Row> some = failures.in(this::rows);
    return some.isEmpty() ? null : failures.in(() -> entries(some));
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
      return documents
          .readAsync(key)
          .thenApply(stored -> Entry.of(key, stored, projection))
          .toCompletableFuture();
    }
    Map<String, String> attributes = DocumentTable.attributes(row);
    return CompletableFuture.completedFuture(
        Optional.ofNullable(token).map(t -> new Entry(key, new Token(t), attributes, List.of())));
  }
}
