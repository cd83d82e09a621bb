// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.couchdb.CouchDbBackendProvider;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the kit does not ask: databases of reports, the feed of changes, what operators get wrong.
 */
class CouchDbIT {
  private static final Value VALUE = Value.of(Bytes.utf8("x"));
  @TempDir static Path dir;
  private static CouchDbServer server;

  @BeforeAll
  static void start() {
    server = CouchDbServer.startOrSkip(dir);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void wipe() {
    server.wipe();
  }

  private static StoreBackend open(String... settings) {
    return new CouchDbBackendProvider().open(server.settings(settings));
  }

  private static void put(StoreBackend backend, String path) {
    assertThat(backend.write(new Key(path), VALUE, Token.ABSENT))
        .isInstanceOf(WriteOutcome.Written.class);
  }

  private static void delete(StoreBackend backend, String path) {
    Key key = new Key(path);
    assertThat(backend.delete(key, backend.read(key).token()))
        .isInstanceOf(WriteOutcome.Written.class);
  }

  private static List<String> scan(StoreBackend backend, String prefix) {
    List<String> paths = new ArrayList<>();
    try (Cursor<Entry> all = backend.scan(new KeyPrefix(prefix), Projection.HEADS)) {
      all.forEachRemaining(e -> paths.add(e.key().path()));
    }
    return paths;
  }

  private static String month(String month) {
    return server.database() + "-reports-" + month;
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void reportsGoIntoADatabaseAMonthThatIsDroppedWithItsLastDay(String cluster) {
    try (StoreBackend one = open("cluster", cluster);
        StoreBackend two = open("cluster", cluster)) {
      put(one, "facts/a");
      put(one, "reports/2026-10-05/a/1");
      put(one, "reports/2026-11-29/a/2");
      put(one, "reports/2026-11-30/a/3");
      put(two, "reports/2026-12-01/a/4");
      assertThat(server.databases())
          .containsExactlyInAnyOrder(
              server.database(), month("2026-10"), month("2026-11"), month("2026-12"));
      assertThat(scan(two, "reports/")).hasSize(4);
      assertThat(scan(two, "")).hasSize(5);
      assertThat(scan(two, "reports/2026-11-30/")).containsExactly("reports/2026-11-30/a/3");
      delete(two, "reports/2026-10-05/a/1");
      assertThat(server.databases()).as("its last day has not expired").hasSize(4);
      delete(two, "reports/2026-11-29/a/2");
      assertThat(server.databases()).as("October has").doesNotContain(month("2026-10")).hasSize(3);
      delete(two, "reports/2026-11-30/a/3");
      assertThat(server.databases()).containsExactlyInAnyOrder(server.database(), month("2026-12"));
      assertThat(scan(one, "reports/")).containsExactly("reports/2026-12-01/a/4");
      put(one, "reports/2026-11-30/a/late");
      assertThat(scan(two, "reports/")).hasSize(2);
    }
  }

  @Test
  void reportsMayStayInTheMainDatabase() {
    try (StoreBackend backend = open("report-databases", "false")) {
      put(backend, "reports/2026-11-30/a/1");
      assertThat(scan(backend, "reports/2026-11-30/")).hasSize(1);
      assertThat(server.databases()).containsExactly(server.database());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "true"})
  void theFeedTellsOfOthersChanges(String cluster) {
    Queue<Key> told = new ConcurrentLinkedQueue<>();
    try (StoreBackend listener = open("cluster", cluster);
        StoreBackend writer = open("cluster", cluster)) {
      put(writer, "exports/before");
      ChangeFeed feed = listener.ability(ChangeFeed.class).orElseThrow();
      ChangeFeed.Subscription subscription = feed.watch(new KeyPrefix("exports/"), telling(told));
      put(writer, "exports/a");
      put(writer, "facts/a");
      put(writer, "exports/文楽");
      delete(writer, "exports/a");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> told.contains(new Key("exports/文楽")) && told.contains(new Key("exports/a")));
      assertThat(told).allMatch(key -> key.startsWith(new KeyPrefix("exports/")));
      assertThat(told).doesNotContain(new Key("exports/before"));
      subscription.close();
      subscription.close();
    }
  }

  private static ChangeFeed.Changes telling(Queue<Key> told) {
    return new ChangeFeed.Changes() {
      @Override
      public void changed(Key key) {
        told.add(key);
      }

      @Override
      public void lost() {}
    };
  }

  @Test
  void aWrongPasswordIsOneLine() {
    try (StoreBackend backend = open("username", "nobody", "password", "hunter2")) {
      assertThatThrownBy(() -> backend.read(new Key("facts/a")))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessage("store couchdb: " + server.url() + ": wrong name or password (nobody)");
      assertThat(backend.check().detail()).contains("wrong name or password");
    }
  }

  @Test
  void aWrongDatabaseIsOneLine() {
    try (StoreBackend backend = open("create-database", "false")) {
      assertThatThrownBy(() -> put(backend, "facts/a"))
          .isInstanceOf(StoreException.class)
          .hasMessageStartingWith("store couchdb: " + server.url() + ": database '")
          .hasMessageContaining("does not exist: make it, or set 'create-database: true'");
    }
    assertThat(server.databases()).isEmpty();
  }

  /** CouchDB answers him 401 where he would need to be an admin. */
  @Test
  void aMemberOfTheDatabaseIsEnough() {
    String name = "it-" + UUID.randomUUID();
    server.makeMember(name, "secret");
    try (StoreBackend backend = member(name, "report-databases", "false");
        StoreBackend reporter = member(name)) {
      put(backend, "facts/a");
      put(backend, "reports/2026-11-30/a/1");
      assertThat(scan(backend, "")).hasSize(2);
      delete(backend, "facts/a");
      assertThat(backend.check().up()).isTrue();
      assertThatThrownBy(() -> put(reporter, "reports/2026-11-30/a/2"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(
              name + " has no right: 401 unauthorized: You are not a server admin");
    } finally {
      server.dropMember(name);
    }
  }

  private static StoreBackend member(String name, String... more) {
    List<String> settings = new ArrayList<>(List.of("cluster", "true"));
    settings.addAll(List.of("username", name, "password", "secret"));
    settings.addAll(List.of(more));
    return open(settings.toArray(String[]::new));
  }
}
