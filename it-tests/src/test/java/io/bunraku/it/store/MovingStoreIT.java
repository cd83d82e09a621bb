// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.it.agent.Command;
import io.bunraku.it.agent.RunningMaster;
import io.bunraku.storeconfig.Backends;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running master under load whose store is fenced and moved. */
class MovingStoreIT {
  private static final Path LAUNCHER = Path.of("..", "bin", "bunraku").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration SLICE = Duration.ofSeconds(2);
  private static final String FENCED = "Answered 503: The store is fenced, nothing is written: ";
  private static final int NODES = 10;

  /** Longer than masters trust that there is no fence, and than a write takes here. */
  private static final String FENCE_WAIT = "9";

  @TempDir Path directory;
  private Path a;
  private Path b;

  @BeforeEach
  void prepare() throws IOException {
    a = directory.resolve("a.db");
    b = directory.resolve("b.db");
    Path manifests =
        Files.createDirectories(directory.resolve("code/environments/production/manifests"));
    Files.writeString(manifests.resolve("site.pp"), "notify { \"${facts['run']}\": }\n");
  }

  private String[] settings(Path store) {
    return new String[] {
      "trusted-proxies: [127.0.0.1/32]", "store: {backend: local, path: " + store + "}"
    };
  }

  private Command copy(String... words) {
    List<String> all = new ArrayList<>(List.of(LAUNCHER.toString(), "store", "copy"));
    all.addAll(List.of("--from", "local:path=" + a));
    all.addAll(List.of("--set", "vardir=" + directory.resolve("copy")));
    all.addAll(List.of(words));
    return Command.run(all, Map.of());
  }

  @Test
  void whatIsAcknowledgedMeanwhileIsMovedAndTheRestRefused() throws Exception {
    Runs runs = new Runs();
    try (RunningMaster master = RunningMaster.start(directory, settings(a));
        Fleet fleet = new Fleet(master.plainPort(), NODES)) {
      fleet.learnCode();
      CompletableFuture<Command> copy =
          CompletableFuture.supplyAsync(
              () -> copy("--to", "local:path=" + b, "--fence-wait", FENCE_WAIT));
      while (!copy.isDone()) {
        fleet.load(SLICE, runs);
      }
      assertThat(copy.get().exit()).as(copy.get().output()).isZero();
      assertThat(copy.get().output()).contains("epoch 2. Point all masters at the target now.");
      assertThat(runs.served()).as("served until the fence").hasSize(NODES);
      Fleet.Tally after = fleet.load(SLICE, runs);
      assertThat(after.served().get()).as("nothing is written to the source any more").isZero();
      assertThat(after.refused().get()).isPositive();
      assertThat(after.retryAfter().get()).isZero();
      Command stats =
          master.bunraku("store", "stats", "--master", "http://127.0.0.1:" + master.plainPort());
      assertThat(stats.output()).contains("\"state\" : \"fenced\"");
      assertThat(master.log())
          .contains(FENCED + "it is being moved to local:path=" + b)
          .doesNotContain("\tat ", " ERROR ");
    }
    goesOnWithTheTarget(runs);
    theSourceIsNotTakenAgain();
  }

  /** Reports that came while nothing was written wait in the spool for it. */
  private void goesOnWithTheTarget(Runs runs) throws Exception {
    StoredRuns stored =
        new StoredRuns(directory.resolve("var"), Map.of("backend", "local", "path", b.toString()));
    try (RunningMaster master = RunningMaster.start(directory, settings(b));
        Fleet fleet = new Fleet(master.plainPort(), NODES)) {
      stored.assertCatalogs(runs);
      await().atMost(PATIENCE).until(() -> stored.spooled() == 0);
      assertThat(fleet.isServed()).isTrue();
    }
    stored.assertReports(runs);
  }

  private void theSourceIsNotTakenAgain() {
    RunningMaster master = RunningMaster.launch(directory, settings(a));
    try {
      await().atMost(PATIENCE).until(() -> master.log().contains("epoch 1"));
      assertThat(master.log()).doesNotContain("Bunraku is ready", "\tat ");
    } finally {
      master.close();
    }
  }

  @Test
  void aMoveThatIsGivenUpLetsTheMasterGoOn() throws Exception {
    try (RunningMaster master = RunningMaster.start(directory, settings(a));
        Fleet fleet = new Fleet(master.plainPort(), NODES)) {
      fleet.learnCode();
      statsAreThoseOfTheMaster(master);
      try (StoreAdmin admin = admin()) {
        admin.change(e -> e.fence("it is being moved to nowhere"));
      }
      fleet.awaitRefusal();
      assertThat(master.log().lines().filter(l -> l.contains(FENCED))).hasSize(1);
      assertThat(copy("--abandon").output()).contains("can be written again");
      await().atMost(PATIENCE).until(fleet::isServed);
      assertThat(master.log()).doesNotContain("\tat ");
    }
  }

  private StoreAdmin admin() {
    Map<String, String> settings = Map.of("path", a.toString());
    return new StoreAdmin(
        "local",
        Backends.builtIn().open("local", settings),
        StoreOptions.of("local", settings, "m"));
  }

  private static void statsAreThoseOfTheMaster(RunningMaster master) {
    for (String base : List.of("http://127.0.0.1:" + master.plainPort(), master.url())) {
      Command stats = master.bunraku("store", "stats", "--master", base);
      assertThat(stats.exit()).as(stats.output()).isZero();
      assertThat(stats.output()).contains("\"state\" : \"available\"", "\"spool\"", "\"write/ok\"");
    }
    String nobody = "http://127.0.0.1:" + EngineProcess.freePort();
    for (String wrong : List.of(nobody, "ftp://x", "no url", master.url() + "/nowhere?")) {
      Command stats = master.bunraku("store", "stats", "--master", wrong);
      assertThat(stats.exit()).as(wrong + ": " + stats.output()).isEqualTo(1);
      assertThat(stats.output().strip().lines()).as(stats.output()).hasSize(1);
      assertThat(stats.output()).startsWith("Error: ").contains(wrong);
    }
  }
}
