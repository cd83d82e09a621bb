// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lists documents by {@code _all_docs}, page by page in the order of ids, one database after the
 * other. Between two pages it holds nothing of CouchDB.
 */
final class PagedScan implements PagedCursor.Pages<Entry> {
  private static final int HEADS = 1000;
  private static final int VALUES = 32;
  private final CouchClient client;
  private final Databases databases;
  private final Revisions revisions;
  private final KeyPrefix prefix;
  private final Projection projection;
  private final Deque<String> rest;
  private String last = "";

  PagedScan(
      CouchClient client,
      Databases databases,
      Revisions revisions,
      KeyPrefix prefix,
      Projection projection) {
    this.client = client;
    this.databases = databases;
    this.revisions = revisions;
    this.prefix = prefix;
    this.projection = projection;
    this.rest = new ArrayDeque<>(databases.below(prefix));
  }

  @Override
  public @Nullable List<Entry> next() {
    String database = rest.peekFirst();
    if (database == null) {
      return null;
    }
    List<JsonNode> rows = rows(database);
    List<Entry> page = rows.stream().flatMap(row -> entry(database, row).stream()).toList();
    if (rows.size() < size()) {
      rest.removeFirst();
      last = "";
    } else {
      last = rows.getLast().path("id").asText();
    }
    return page;
  }

  private int size() {
    return projection == Projection.VALUES ? VALUES : HEADS;
  }

  /** The next rows after the last id; that row itself comes again, unless it is deleted by now. */
  private List<JsonNode> rows(String database) {
    Answer answer = client.get(CouchClient.path(database, "_all_docs" + query()));
    if (answer.isAbsentDatabase() && !database.equals(databases.main())) {
      return Collections.emptyList();
    }
    JsonNode rows = databases.requireOk(database, answer).body().path("rows");
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> last.isEmpty() || !row.path("id").asText().equals(last))
        .limit(size())
        .toList();
  }

  private String query() {
    StringBuilder query = new StringBuilder("?include_docs=true&conflicts=true");
    query.append("&limit=").append(size() + (last.isEmpty() ? 0 : 1));
    if (projection == Projection.VALUES) {
      query.append("&attachments=true");
    }
    String from = DocumentIds.prefix(prefix);
    if (!from.isEmpty()) {
      // in the order of bytes a semicolon follows the colon that ends the prefix
      String end = from.substring(0, from.length() - 1) + ';';
      query.append("&inclusive_end=false&endkey=").append(json(end));
    }
    String start = last.isEmpty() ? from : last;
    return start.isEmpty() ? query.toString() : query + "&startkey=" + json(start);
  }

  /** An id as JSON, for a query. */
  static String json(String id) {
    return CouchClient.escape(TextNode.valueOf(id).toString());
  }

  private Optional<Entry> entry(String database, JsonNode row) {
    String id = row.path("id").asText();
    JsonNode document = row.path("doc");
    if (!DocumentIds.isKey(id) || !document.has("_rev")) {
      return Optional.empty();
    }
    Key key = DocumentIds.key(id);
    if (!key.startsWith(prefix)) {
      return Optional.empty();
    }
    if (projection == Projection.HEADS) {
      return Optional.of(
          new Entry(key, revisions.token(document), DocumentJson.attributes(document), List.of()));
    }
    // of a document with siblings a listing shows only one
    Value value = document.has("_conflicts") ? null : DocumentJson.value(document);
    Stored now =
        value == null
            ? revisions.read(database, key)
            : new Stored(List.of(value), revisions.token(document));
    return Entry.of(key, now, projection);
  }
}
