// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.OperationSets;
import io.bunraku.storeconfig.OperationSets.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Eight clients in three processes add unique ids to sets by read-merge-write, while something is
 * done to the engine. Afterwards every acknowledged id must be there and none that was refused.
 */
final class OperationIds {
  private static final Logger LOG = LoggerFactory.getLogger(OperationIds.class);

  /** Beside which a server of somebody else, with a flush on each of three nodes, may be slow. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private static final int SHOWN = 20;

  /** What is done to the engine when a third of the ids has been tried. */
  @FunctionalInterface
  interface Disturbance {
    /** Nothing. */
    Disturbance NONE = () -> {};

    /** Does it, and returns when it is over. */
    void strike() throws IOException;
  }

  /**
   * What came of it.
   *
   * @param log of all clients
   * @param struck when the disturbance began, in milliseconds since 1970
   * @param over when it was over
   */
  record Report(OperationLog log, List<OperationLog> processes, long struck, long over) {
    /**
     * Where nothing is done to an engine, each id is acknowledged.
     *
     * @param settling whether answers may have got lost and been settled: by a server of somebody
     *     else, which may be busy with other things
     */
    void requireAllWritten(boolean settling) {
      int written =
          log.ids(Outcome.ACKNOWLEDGED).size() + (settling ? log.ids(Outcome.SETTLED).size() : 0);
      assertThat(written)
          .as(
              "ids written out of %d, nothing was done to the engine: %s",
              log.lines().size(), log.counts())
          .isEqualTo(log.lines().size());
    }
  }

  private final String backend;
  private final List<Map<String, String>> settings;
  private final Path directory;

  /**
   * @param backend name of the backend
   * @param settings of the client processes, by turns; the sets are read with the last of them
   * @param directory where logs go
   */
  OperationIds(String backend, List<Map<String, String>> settings, Path directory) {
    this.backend = backend;
    this.settings = List.copyOf(settings);
    this.directory = directory;
  }

  /** Runs a load on empty sets and verifies what it leaves. */
  Report run(String title, Load load, Disturbance disturbance) throws IOException {
    Map<String, String> own = settings.get(settings.size() - 1);
    try (OperationSets sets = OperationSets.open(backend, own, Duration.ofMinutes(1))) {
      IntStream.range(0, load.documents()).forEach(sets::purge);
      Report report = load(load, disturbance);
      LOG.info("{}", line(title, load, report));
      verify(load, report.log(), sets);
      IntStream.range(0, load.documents()).forEach(sets::purge);
      return report;
    }
  }

  private Report load(Load load, Disturbance disturbance) throws IOException {
    List<EngineProcess> clients = new ArrayList<>();
    try {
      for (int i = 0; i < Load.PROCESSES; i++) {
        clients.add(start(i, load));
      }
      awaitTried(load.ids() / 3, clients);
      long struck = System.currentTimeMillis();
      disturbance.strike();
      long over = System.currentTimeMillis();
      awaitTried(load.ids(), clients);
      clients.forEach(OperationIds::awaitEnd);
      List<OperationLog> each =
          IntStream.range(0, Load.PROCESSES)
              .mapToObj(i -> OperationLog.read(List.of(log(i))))
              .toList();
      return new Report(all(), each, struck, over);
    } finally {
      clients.forEach(EngineProcess::kill);
    }
  }

  private EngineProcess start(int process, Load load) throws IOException {
    Path file = directory.resolve("load" + process + ".properties");
    load.save(file, backend, settings.get(process % settings.size()));
    Files.deleteIfExists(log(process));
    List<String> command =
        new ArrayList<>(EngineProcess.java(Path.of(System.getProperty("java.home")), "-Xmx160m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OperationClient.class.getName(), file.toString()));
    command.add(log(process).toString());
    for (int client = process; client < Load.CLIENTS; client += Load.PROCESSES) {
      command.add(Integer.toString(client));
    }
    return EngineProcess.start("client" + process, directory, command, Map.of());
  }

  private Path log(int process) {
    return directory.resolve("operations" + process + ".log");
  }

  private OperationLog all() {
    return OperationLog.read(IntStream.range(0, Load.PROCESSES).mapToObj(this::log).toList());
  }

  private void awaitTried(int ids, List<EngineProcess> clients) {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(LONGEST)
        .untilAsserted(() -> {
          clients.forEach(EngineProcess::requireSound);
          OperationLog log = all();
          assertThat(log.lines().size())
              .as("ids that clients of %s have tried: %s", backend, log.counts())
              .isGreaterThanOrEqualTo(ids);
        });
  }

  private static void awaitEnd(EngineProcess client) {
    await().atMost(LONGEST).until(() -> !client.isAlive());
    client.requireSound();
  }

  private void verify(Load load, OperationLog log, OperationSets sets) {
    Set<String> there = new TreeSet<>();
    IntStream.range(0, load.documents()).forEach(i -> there.addAll(sets.read(i)));
    assertThat(log.lines()).as("each id is tried once").hasSize(load.ids());
    Set<String> written = names(log, Outcome.ACKNOWLEDGED, Outcome.SETTLED);
    requireNone("acknowledged by " + backend + ", but not there", log, without(written, there));
    Set<String> refused = names(log, Outcome.REFUSED);
    refused.retainAll(there);
    requireNone("refused by " + backend + ", but there", log, refused);
    Set<String> all = names(log, Outcome.values());
    requireNone("there, but added by nobody", log, without(there, all));
  }

  private static Set<String> without(Set<String> some, Set<String> others) {
    Set<String> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  /** Thousands of ids in a message would hide the few that matter. */
  private static void requireNone(String what, OperationLog log, Set<String> ids) {
    assertThat(ids.stream().limit(SHOWN).toList())
        .as("%d ids %s (the first %d are shown); %s", ids.size(), what, SHOWN, log.counts())
        .isEmpty();
  }

  private static Set<String> names(OperationLog log, Outcome... outcomes) {
    return Arrays.stream(outcomes)
        .flatMap(outcome -> log.ids(outcome).stream())
        .map(OperationClient::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String line(String title, Load load, Report report) {
    Map<Outcome, Integer> counts = report.log().counts();
    return ("operation ids, %s, %s: %d ids in %d documents in %.1f s: %d acknowledged, %d settled,"
            + " %d refused, %d unknown; longest gap %d ms")
        .formatted(
            backend,
            title,
            load.ids(),
            load.documents(),
            report.log().duration().toMillis() / 1000.0,
            counts.get(Outcome.ACKNOWLEDGED),
            counts.get(Outcome.SETTLED),
            counts.get(Outcome.REFUSED),
            counts.get(Outcome.UNKNOWN),
            report.log().longestGap().toMillis());
  }
}
