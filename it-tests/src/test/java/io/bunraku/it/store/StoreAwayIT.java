// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.it.agent.RunningMaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A master process whose store goes away under load: the local store behind a fault switch, which
 * is a double of an engine that is away. What was acknowledged is there in the end, also after the
 * master was killed meanwhile.
 */
class StoreAwayIT {
  /** How long the store is away under load; a minute with {@code -Daway.seconds=60}. */
  private static final Duration AWAY = Duration.ofSeconds(Long.getLong("away.seconds", 8));

  private static final Path PLUGIN = Path.of("src", "test", "plugins", "switched");
  private static final int NODES = 40;

  @TempDir Path directory;
  private Path off;

  @BeforeEach
  void prepare() throws IOException {
    off = directory.resolve("off");
    Path classes = directory.resolve("classes");
    PluginJar.compile(PLUGIN.resolve("java"), classes, System.getProperty("java.class.path"));
    PluginJar.pack(
        directory.resolve("plugins/switched.jar"), "1", classes, PLUGIN.resolve("resources"));
    Path manifests =
        Files.createDirectories(directory.resolve("code/environments/production/manifests"));
    Files.writeString(manifests.resolve("site.pp"), "notify { \"${facts['run']}\": }\n");
  }

  private StoredRuns runs() {
    return new StoredRuns(directory.resolve("var"), directory.resolve("store.db"));
  }

  private RunningMaster start(String mode) {
    return RunningMaster.start(
        directory,
        "plugins: " + directory.resolve("plugins"),
        "trusted-proxies: [127.0.0.1/32]",
        "store: {backend: switched, path: %s, switch: %s, unavailable: %s}"
            .formatted(directory.resolve("store.db"), off, mode));
  }

  @Test
  void whatWasServedFromTheSpoolIsThereAfterAKill() throws Exception {
    Map<String, String> acknowledged = new TreeMap<>();
    List<String> reports = new ArrayList<>();
    RunningMaster first = start("serve");
    try (Fleet fleet = new Fleet(first.plainPort(), NODES)) {
      fleet.learnCode(); // with the store there: every node has its first catalog
      Files.createFile(off);
      fleet.load(AWAY, acknowledged, reports);
      assertThat(acknowledged).as("served while the store was away").hasSize(NODES);
      assertThat(first.log()).contains("The store is away: store switched: is off");
      assertThat(first.log().lines().filter(l -> l.contains("The store is away"))).hasSize(1);
      assertThat(first.log()).doesNotContain("\tat ");
      first.kill();
    }
    assertThat(runs().spooled()).isGreaterThanOrEqualTo(NODES);
    RunningMaster second = startWithoutStore();
    try {
      Files.delete(off);
      second.awaitReady();
      await().atMost(Duration.ofSeconds(60)).until(() -> runs().spooled() == 0);
    } finally {
      second.close();
    }
    runs().assertHold(acknowledged, reports);
  }

  private RunningMaster startWithoutStore() {
    RunningMaster master =
        RunningMaster.launch(
            directory,
            "plugins: " + directory.resolve("plugins"),
            "trusted-proxies: [127.0.0.1/32]",
            "store: {backend: switched, path: %s, switch: %s, unavailable: serve}"
                .formatted(directory.resolve("store.db"), off));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> master.log().contains("Waiting for the store switched"));
    return master;
  }

  @Test
  void refusedAtOnceAndByItselfWellAgain() throws Exception {
    Map<String, String> acknowledged = new TreeMap<>();
    List<String> reports = new ArrayList<>();
    try (RunningMaster master = start("refuse");
        Fleet fleet = new Fleet(master.plainPort(), NODES)) {
      fleet.learnCode();
      Files.createFile(off);
      fleet.awaitRefusal();
      Fleet.Tally tally = fleet.load(AWAY, acknowledged, reports);
      assertThat(acknowledged).as("no catalog without a store").isEmpty();
      assertThat(tally.refused()).isPositive();
      assertThat(tally.retryAfter()).isZero();
      assertThat(reports).as("reports are kept").isNotEmpty();
      System.out.printf("refused in %d ms at most%n", tally.slowest().toMillis());
      Files.delete(off);
      await().atMost(Duration.ofSeconds(60)).until(() -> fleet.isServed());
      await().atMost(Duration.ofSeconds(60)).until(() -> runs().spooled() == 0);
      assertThat(master.log()).contains("The store is back after");
    }
    runs().assertHold(acknowledged, reports);
  }
}
