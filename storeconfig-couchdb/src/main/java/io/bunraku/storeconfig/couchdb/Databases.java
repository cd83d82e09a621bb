// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which database holds a key. CouchDB keeps a tombstone of each document that it deletes, so
 * reports, which come and go, live in a database a month: {@code reports/2026-11-05/...} in {@code
 * bunraku-reports-2026-11}. It is dropped when its last day has expired. Each month is registered
 * by a document in the main database before its own is made, as only a server admin may list
 * databases.
 */
final class Databases {
  private static final Logger LOG = LoggerFactory.getLogger(Databases.class);
  private static final String REPORTS = "reports/";
  private static final String DAY = "reports/\\d{4}-\\d{2}-\\d{2}/.*";
  private final CouchClient client;
  private final CouchDbSettings settings;
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final Set<String> compared = ConcurrentHashMap.newKeySet();
  private volatile boolean ready;

  Databases(CouchClient client, CouchDbSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  String main() {
    return settings.database();
  }

  /** The database of a key. */
  String of(Key key) {
    return isOfMonth(key.path()) ? database(month(key.path())) : main();
  }

  private boolean isOfMonth(String path) {
    return settings.reportDatabases() && path.matches(DAY);
  }

  private static String month(String path) {
    return path.substring(REPORTS.length(), REPORTS.length() + 7);
  }

  private String database(String month) {
    return main() + "-reports-" + month;
  }

  /** The databases that may hold keys of a prefix. */
  List<String> below(KeyPrefix prefix) {
    if (isOfMonth(prefix.path())) {
      return List.of(database(month(prefix.path())));
    }
    List<String> all = new ArrayList<>(List.of(main()));
    if (settings.reportDatabases() && REPORTS.startsWith(prefix.path())) {
      registered().forEach(month -> all.add(database(month)));
    }
    return all;
  }

  /** Reads the months that are registered, by whichever master. */
  private List<String> registered() {
    String listing =
        "_all_docs?startkey="
            + PagedScan.json(DocumentIds.OWN)
            + "&endkey="
            + PagedScan.json(DocumentIds.OWN + "~");
    Answer answer = requireOk(main(), client.get(CouchClient.path(main(), listing)));
    List<String> months = new ArrayList<>();
    for (JsonNode row : answer.body().path("rows")) {
      months.add(row.path("id").asText().substring(DocumentIds.OWN.length()));
    }
    registered.retainAll(months);
    registered.addAll(months);
    return months;
  }

  /** Once: is the database there, and does it keep as many copies as the settings say? */
  void requireReady() {
    if (ready) {
      return;
    }
    Answer answer = client.get(CouchClient.path(main(), ""));
    if (answer.isAbsentDatabase() && settings.createDatabase()) {
      create(main());
      answer = client.get(CouchClient.path(main(), ""));
    }
    requireCopies(main(), answer);
    ready = true;
  }

  /** Does a database keep as many copies as the settings say? */
  private void requireCopies(String database, Answer info) {
    int copies = requireOk(database, info).body().path("cluster").path("n").asInt(1);
    if (copies > 1 && !settings.cluster()) {
      throw new StoreException(
          client.at(
              "database '"
                  + database
                  + "' keeps "
                  + copies
                  + " copies, which can take different writes: set 'cluster: true'"));
    }
  }

  /**
   * Does something with the database of a key that may be the first of its month.
   *
   * @param operation throws {@link AbsentDatabaseException} if the database is not there
   */
  <T> T making(Key key, Function<String, T> operation) {
    String database = of(key);
    if (!database.equals(main())) {
      register(month(key.path()));
    }
    try {
      requireCompared(database);
      return operation.apply(database);
    } catch (AbsentDatabaseException e) {
      if (!settings.createDatabase() || database.equals(main())) {
        throw e;
      }
      create(database);
      requireCompared(database);
      return operation.apply(database);
    }
  }

  /** A month's database is made apart from the main one, so it may keep other copies. */
  private void requireCompared(String database) {
    if (!settings.cluster() && !database.equals(main()) && !compared.contains(database)) {
      requireCopies(database, client.get(CouchClient.path(database, "")));
      compared.add(database);
    }
  }

  private void register(String month) {
    if (registered.contains(month)) {
      return;
    }
    String document = CouchClient.escape(DocumentIds.OWN + month);
    Answer answer = client.put(CouchClient.path(main(), document), DocumentJson.object());
    if (!answer.isConflict()) {
      requireDone(main(), answer);
    }
    registered.add(month);
  }

  /** What is compared and set is one copy; the main database is made as the server is set. */
  private void create(String database) {
    boolean one = !settings.cluster() && !database.equals(main());
    Answer answer = client.put(CouchClient.path(database, "") + (one ? "?n=1" : ""));
    if (answer.isConflict()) {
      return; // another master was faster
    }
    requireDone(database, answer);
    LOG.info("{}", client.at("database '" + database + "' is made"));
  }

  /** Not a document: in a cluster 202 says that some nodes will hear of it later. */
  private void requireDone(String database, Answer answer) {
    if (answer.isUnsure() && answer.status() != 202) {
      throw new StoreUnavailableException(client.at(answer.inWords()));
    }
    requireOk(database, answer);
  }

  /** A good answer, or what is wrong with it. */
  Answer requireOk(String database, Answer answer) {
    if (answer.isAbsentDatabase()) {
      throw new AbsentDatabaseException(
          client.at(
              "database '"
                  + database
                  + "' does not exist: make it, or set 'create-database: true' for a server admin"));
    }
    if (answer.status() / 100 != 2) {
      throw new StoreException(client.at(answer.inWords()));
    }
    return answer;
  }

  /**
   * After a report was deleted. Reports go by whole days, the oldest first: so months before its
   * own have expired, and its own has if this was its last day. Those are dropped, once empty.
   */
  void afterDeletion(Key key) {
    if (!isOfMonth(key.path())) {
      return;
    }
    String month = month(key.path());
    String day = key.path().substring(REPORTS.length(), REPORTS.length() + 10);
    boolean lastDay = !LocalDate.parse(day).plusDays(1).toString().startsWith(month);
    for (String known : Set.copyOf(registered)) {
      if (known.compareTo(month) < 0 || (lastDay && known.equals(month))) {
        dropIfEmpty(known);
      }
    }
  }

  private void dropIfEmpty(String month) {
    String database = database(month);
    try {
      Answer info = client.get(CouchClient.path(database, ""));
      boolean isGone = info.isAbsentDatabase();
      if (!isGone && requireOk(database, info).body().path("doc_count").asLong(1) > 0) {
        return;
      }
      if (!isGone) {
        Answer dropped = client.delete(CouchClient.path(database, ""));
        if (dropped.status() != 404) {
          requireDone(database, dropped);
        }
      }
      unregister(month);
      LOG.info("{}", client.at("database '" + database + "' is dropped, its days have expired"));
    } catch (StoreException e) {
      LOG.warn("Database '{}' is empty and stays: {}", database, e.getMessage());
    }
  }

  private void unregister(String month) {
    String document = CouchClient.path(main(), CouchClient.escape(DocumentIds.OWN + month));
    Answer now = client.get(document);
    if (now.status() == 200) {
      client.delete(document + "?rev=" + CouchClient.escape(DocumentJson.revision(now.body())));
    }
    registered.remove(month);
    compared.remove(database(month));
  }
}
