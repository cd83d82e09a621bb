// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.it.store.SharedStore;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two master processes on one store, of each backend: what one is told to export, the other one
 * collects.
 */
class TwoMastersIT {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration PATIENCE = BOUND.plusSeconds(55);
  private static final Duration FROZEN = Duration.ofSeconds(8);
  private static final int NODES = 20;
  private static final String MANIFEST =
      """
      node /^collector/ { Notify <<| tag == 'fleet' |>> }
      node /^twin/ { @@notify { 'twins': tag => 'twins' } }
      node /^parent/ { Notify <<| tag == 'twins' |>> }
      node default {
        @@notify { "from ${trusted['certname']}":
          message => Sensitive("s3cret of ${trusted['certname']}"),
          tag     => 'fleet',
        }
      }
      """;

  @TempDir private Path directory;

  private Path prepare(String name) throws IOException {
    Path home = directory.resolve(name);
    Path manifests = home.resolve("code/environments/production/manifests");
    Files.createDirectories(manifests);
    Files.writeString(manifests.resolve("site.pp"), MANIFEST);
    return home;
  }

  private static void share(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("var"));
    for (String file : List.of("store.keys", "ca.passphrase")) {
      Files.copy(from.resolve("var").resolve(file), to.resolve("var").resolve(file));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "zookeeper", "cassandra", "couchdb", "riak", "s3"})
  void exportsOfOneAreCollectedByTheOther(String backend) throws Exception {
    Path one = prepare("one");
    Path two = prepare("two");
    try (SharedStore store = SharedStore.start(backend, directory.resolve("engine"));
        RunningMaster first =
            RunningMaster.start("one", one, one, "autosign: true", store.line())) {
      share(one, two);
      try (RunningMaster second =
          RunningMaster.start("two", two, two, "autosign: true", store.line())) {
        NodeClient collector = NodeClient.enrolled(second, "collector");
        List<String> exporters = collects(store, first, collector);
        isEncrypted(store);
        livingStaysWhileTheStoreStandsStill(store, collector, exporters);
        deactivatedVanishes(first, second, collector);
        bothExportersOfADuplicateAreNamed(first, second);
      }
    }
  }

  private static List<String> collects(
      SharedStore store, RunningMaster first, NodeClient collector) {
    List<String> exporters = new ArrayList<>();
    assertThat(collector.ownCatalog().body()).doesNotContain("from node");
    for (int i = 0; i < NODES; i++) {
      NodeClient node = NodeClient.enrolled(first, "node" + i);
      assertThat(node.ownCatalog().statusCode()).isEqualTo(200);
      exporters.add("from node" + i + "\"");
    }
    long start = System.nanoTime();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(collector.ownCatalog().body()).contains(exporters));
    System.out.printf(
        "%s: the other master collects all %d ms after the last%n",
        store.backend(), (System.nanoTime() - start) / 1_000_000);
    assertThat(collector.ownCatalog().body()).contains("s3cret of node7");
    return exporters;
  }

  private static void isEncrypted(SharedStore store) {
    try (StoreBackend backend = Backends.builtIn().open(store.backend(), store.settings());
        Cursor<Entry> all = backend.scan(KeyPrefix.ALL, Projection.VALUES)) {
      List<Entry> entries = new ArrayList<>();
      all.forEachRemaining(entries::add);
      assertThat(entries).extracting(e -> e.key().path()).contains("exports/node7");
      assertThat(entries)
          .flatExtracting(Entry::values)
          .allSatisfy(v ->
              assertThat(new String(v.bytes().array(), StandardCharsets.ISO_8859_1))
                  .doesNotContain("s3cret"));
    }
  }

  /** A collector is refused, or finds all of it: never less. */
  private static void livingStaysWhileTheStoreStandsStill(
      SharedStore store, NodeClient collector, List<String> exporters) {
    SharedStore.Freezer freezer = store.freezer();
    if (freezer == null) {
      return; // a file does not stand still, and what belongs to others is not ours to stop
    }
    List<Integer> seen = new ArrayList<>();
    freezer.pause();
    try {
      await()
          .during(FROZEN)
          .atMost(PATIENCE.plus(FROZEN))
          .until(() -> isRefusedOrWhole(collector.ownCatalog(), exporters, seen));
    } finally {
      freezer.resume();
    }
    await()
        .atMost(PATIENCE)
        .until(() -> {
          HttpResponse<String> answer = collector.ownCatalog();
          assertThat(isRefusedOrWhole(answer, exporters, seen)).isTrue();
          return answer.statusCode() == 200;
        });
    System.out.println(store.backend() + ": answers while it stood still and after: " + seen);
  }

  private static boolean isRefusedOrWhole(
      HttpResponse<String> answer, List<String> exporters, List<Integer> seen) {
    seen.add(answer.statusCode());
    return answer.statusCode() == 503
        || (answer.statusCode() == 200 && exporters.stream().allMatch(answer.body()::contains));
  }

  private static void deactivatedVanishes(
      RunningMaster first, RunningMaster second, NodeClient collector) {
    Command deactivated = first.bunraku("node", "deactivate", "node7");
    assertThat(deactivated.exit()).as(deactivated.output()).isZero();
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(collector.ownCatalog().body()).doesNotContain("from node7\""));
    assertThat(collector.ownCatalog().body()).contains("from node8\"");
    assertThat(second.bunraku("node", "list", "--deactivated", "--json").output())
        .contains("\"node7\"")
        .doesNotContain("\"node8\"");
    assertThat(second.bunraku("node", "show", "nobody").exit()).isEqualTo(1);
    assertThat(second.bunraku("ca", "clean", "node9").exit()).isZero();
    assertThat(second.bunraku("node", "show", "node9", "--json").output())
        .contains("\"active\":false")
        .contains("\"exports\":[]");
  }

  private static void bothExportersOfADuplicateAreNamed(RunningMaster first, RunningMaster second) {
    NodeClient.enrolled(first, "twin1").ownCatalog();
    NodeClient.enrolled(second, "twin2").ownCatalog();
    NodeClient parent = NodeClient.enrolled(second, "parent");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(parent.ownCatalog().body())
                .contains("exported by twin1", "by twin2", "bunraku node deactivate"));
    assertThat(first.bunraku("node", "deactivate", "twin1").exit()).isZero();
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(parent.ownCatalog().body()).contains("\"twins\""));
  }

  @Test
  void aMasterWithOtherKeysIsToldSo() throws Exception {
    Path one = prepare("one");
    Path two = prepare("two");
    Path store = directory.resolve("store.db");
    try (RunningMaster first = RunningMaster.start("one", one, store)) {
      assertThat(first.isAlive()).isTrue();
      Files.createDirectories(two.resolve("var"));
      Files.copy(one.resolve("var/ca.passphrase"), two.resolve("var/ca.passphrase"));
      Command refused = first.bunraku("node", "list", "--set", "vardir=" + two.resolve("var"));
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.output())
          .contains("Error: This store's secrets are encrypted with another key (epoch 1)");
      assertThat(two.resolve("var/store.keys")).doesNotExist();
    }
  }
}
