// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two master processes on one store: what one is told to export, the other one collects. */
class TwoMastersIT {
  private static final Duration BOUND = Duration.ofSeconds(5);
  private static final Duration PATIENCE = BOUND.plusSeconds(15);
  private static final int NODES = 20;
  private static final String MANIFEST =
      """
      node /^collector/ { Notify <<| tag == 'fleet' |>> }
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

  @Test
  void exportsOfOneAreCollectedByTheOther() throws Exception {
    Path one = prepare("one");
    Path two = prepare("two");
    Path store = directory.resolve("store.db");
    try (RunningMaster first = RunningMaster.start("one", one, store, "autosign: true")) {
      share(one, two);
      try (RunningMaster second = RunningMaster.start("two", two, store, "autosign: true")) {
        List<String> exporters = new ArrayList<>();
        NodeClient collector = NodeClient.enrolled(second, "collector");
        assertThat(collector.ownCatalog().body()).doesNotContain("from node");
        for (int i = 0; i < NODES; i++) {
          NodeClient node = NodeClient.enrolled(first, "node" + i);
          assertThat(node.ownCatalog().statusCode()).isEqualTo(200);
          exporters.add("from node" + i + "\"");
        }
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(collector.ownCatalog().body()).contains(exporters));
        assertThat(collector.ownCatalog().body()).contains("s3cret of node7");
        assertThat(Files.readString(store, StandardCharsets.ISO_8859_1)).doesNotContain("s3cret");

        assertThat(first.bunraku("node", "deactivate", "node7").exit()).isZero();
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
    }
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
