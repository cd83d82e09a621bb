// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.it.agent.RunningMaster;
import io.bunraku.it.store.Fleet.Tally;
import io.bunraku.master.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A master process whose store goes away under load. What was acknowledged is there in the end,
 * also after the master was killed meanwhile, and it recovers by itself.
 */
abstract class StoreAwayContract {
  /** How long the store is away under load; a minute in the profile {@code long}. */
  private static final Duration AWAY = Duration.ofSeconds(Long.getLong("away.seconds", 8));

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int NODES = 40;

  /** A stack trace stands in its event's line. */
  private static final String STACK = " | at ";

  @TempDir Path directory;
  private AwayStore store;
  private final Runs runs = new Runs();

  /**
   * A store of its own for one test.
   *
   * @param scratch a directory
   */
  abstract AwayStore open(Path scratch) throws Exception;

  @BeforeEach
  void prepare() throws Exception {
    Path manifests =
        Files.createDirectories(directory.resolve("code/environments/production/manifests"));
    Files.writeString(manifests.resolve("site.pp"), "notify { \"${facts['run']}\": }\n");
    store = open(directory);
  }

  @AfterEach
  void end() {
    if (store != null) {
      store.close();
    }
  }

  private String[] lines(String mode) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "plugins: " + directory.resolve("plugins"),
                "trusted-proxies: [127.0.0.1/32]",
                "store:",
                "  unavailable: " + mode));
    store.settings().forEach((name, value) -> lines.add("  %s: \"%s\"".formatted(name, value)));
    return lines.toArray(String[]::new);
  }

  private RunningMaster start(String mode) {
    RunningMaster master = launch(mode);
    master.awaitReady();
    return master;
  }

  private RunningMaster launch(String mode) {
    return RunningMaster.launch(directory, lines(mode));
  }

  @Test
  void whatWasServedFromTheSpoolIsThereThoughTheMasterIsKilled() throws Exception {
    try (RunningMaster first = start("serve");
        Fleet fleet = new Fleet(first.plainPort(), NODES)) {
      fleet.learnCode(); // with the store there: every node has its first catalog
      goAway(first, fleet);
      tell("serve, killed", loadAndKill(fleet, first));
      saysOnceThatTheStoreIsAway(first);
    }
    assertThat(runs.served()).as("served while the store was away").hasSize(NODES);
    assertThat(spooled()).isGreaterThanOrEqualTo(NODES);
    try (RunningMaster second = launch("serve")) {
      await().atMost(PATIENCE).until(() -> second.log().contains("Waiting for the store"));
      store.comeBack();
      second.awaitReady();
      await().atMost(PATIENCE).until(() -> spooled() == 0);
    }
    assertStored();
  }

  @Test
  void whatWasServedFromTheSpoolReachesTheStoreWhenItIsBack() throws Exception {
    try (RunningMaster master = start("serve");
        Fleet fleet = new Fleet(master.plainPort(), NODES)) {
      fleet.learnCode();
      goAway(master, fleet);
      Tally tally = fleet.load(AWAY, runs);
      tell("serve", tally);
      tellAttempts(fleet);
      assertThat(runs.served()).as("served while the store was away").hasSize(NODES);
      assertThat(tally.failed()).hasValue(0);
      recover(master, fleet);
    }
    assertStored();
  }

  @Test
  void refusedAtOnceAndByItselfWellAgain() throws Exception {
    try (RunningMaster master = start("refuse");
        Fleet fleet = new Fleet(master.plainPort(), NODES)) {
      fleet.learnCode();
      store.goAway();
      fleet.awaitRefusal();
      Tally tally = fleet.load(AWAY, runs);
      tell("refuse", tally);
      tellAttempts(fleet);
      assertThat(runs.served()).as("no catalog without a store").isEmpty();
      assertThat(tally.refused()).hasPositiveValue();
      assertThat(tally.retryAfter()).hasValue(0);
      assertThat(runs.reports()).as("reports are kept").isNotEmpty();
      recover(master, fleet);
    }
    assertStored();
  }

  @Test
  void refusedButReportsAreThereThoughTheMasterIsKilled() throws Exception {
    try (RunningMaster first = start("refuse");
        Fleet fleet = new Fleet(first.plainPort(), NODES)) {
      fleet.learnCode();
      store.goAway();
      fleet.awaitRefusal();
      tell("refuse, killed", loadAndKill(fleet, first));
      saysOnceThatTheStoreIsAway(first);
    }
    assertThat(runs.reports()).as("reports are kept").isNotEmpty();
    try (RunningMaster inVain = launch("refuse")) {
      assertThat(inVain.awaitEnd()).isEqualTo(1);
      assertThat(inVain.log().strip().lines().filter(l -> !l.contains(" INFO ")))
          .as(inVain.log())
          .hasSize(1);
      assertThat(inVain.log()).contains("does not answer: store ");
    }
    store.comeBack();
    try (RunningMaster second = start("refuse")) {
      assertThat(second.log()).contains("of the spool wait for the store");
      await().atMost(PATIENCE).until(() -> spooled() == 0);
    }
    assertStored();
  }

  /**
   * Under a long load the beginning is part of it; a short one begins when the master knows, which
   * takes it as long as a driver waits.
   */
  private void goAway(RunningMaster master, Fleet fleet) {
    store.goAway();
    if (AWAY.compareTo(LONG) < 0) {
      await()
          .atMost(PATIENCE)
          .until(() -> {
            fleet.isServed(); // somebody has to ask until the master finds out
            return master.log().contains("The store is away");
          });
    }
  }

  /** The load goes on for a fifth of the time after {@code kill -9}, in vain. */
  private Tally loadAndKill(Fleet fleet, RunningMaster master) throws Exception {
    CompletableFuture<Tally> load = CompletableFuture.supplyAsync(() -> fleet.load(AWAY, runs));
    long began = System.nanoTime();
    Duration most = AWAY.multipliedBy(4).dividedBy(5);
    await()
        .atMost(PATIENCE.plus(AWAY))
        .until(() ->
            System.nanoTime() - began > most.toNanos()
                && (runs.served().size() == NODES || runs.reports().size() >= NODES / 2)
                && spooled() > 0);
    master.kill();
    Tally tally = load.get();
    assertThat(tally.failed()).as("it was killed in the middle of the load").hasPositiveValue();
    return tally;
  }

  private void recover(RunningMaster master, Fleet fleet) {
    store.comeBack();
    await().atMost(PATIENCE).until(fleet::isServed);
    await().atMost(PATIENCE).until(() -> spooled() == 0);
    await().atMost(PATIENCE).until(() -> master.log().contains("The store is back after"));
    saysOnceThatTheStoreIsAway(master);
  }

  private static void saysOnceThatTheStoreIsAway(RunningMaster master) {
    assertThat(master.log().lines().filter(l -> l.contains("The store is away: store ")))
        .as(master.log())
        .hasSize(1);
    assertThat(master.log()).doesNotContain(STACK);
  }

  private void tell(String mode, Tally tally) {
    System.out.printf(
        "%s away for %d s, %s: %s%n",
        store.settings().get("backend"), AWAY.toSeconds(), mode, tally);
  }

  /** Operations that got no answer: tried for two seconds, then now and then. */
  private static void tellAttempts(Fleet fleet) throws Exception {
    String details = fleet.details();
    List<String> attempts =
        Pattern.compile("\"[a-z-]+/unavailable\":(\\d+)")
            .matcher(details)
            .results()
            .map(MatchResult::group)
            .toList();
    System.out.println("attempts without an answer: " + attempts);
    long all = attempts.stream().mapToLong(a -> Long.parseLong(a.replaceAll("\\D", ""))).sum();
    assertThat(all).as("no storm: %s", details).isBetween(1L, 300L + 2 * AWAY.toSeconds());
  }

  private long spooled() throws IOException {
    return stored().spooled();
  }

  private void assertStored() throws ConfigException {
    stored().assertCatalogs(runs);
    stored().assertReports(runs);
  }

  private StoredRuns stored() {
    return new StoredRuns(directory.resolve("var"), store.reading());
  }
}
