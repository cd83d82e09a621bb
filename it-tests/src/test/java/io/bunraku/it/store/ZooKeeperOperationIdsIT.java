// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.it.store.OperationIds.Disturbance;
import io.bunraku.it.store.OperationIds.Report;
import io.bunraku.storeconfig.OperationSets.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operation ids on three ZooKeeper servers that are left alone, killed, paused and parted. The
 * disturbed runs are paced, so that the load lasts longer than what is done to the servers.
 */
class ZooKeeperOperationIdsIT {
  private static final Load DISTURBED = Load.of(6000).lasting(Duration.ofSeconds(15));
  @TempDir Path dir;

  private static Map<String, String> settings(String servers) {
    return Map.of("servers", servers, "path", "/bunraku-it");
  }

  private OperationIds operations(String servers) {
    return new OperationIds("zookeeper", List.of(settings(servers)), dir);
  }

  @Test
  void noneOfFiveThousandIdsIsLost() throws IOException, InterruptedException {
    try (ZooKeeperUnderTest zookeeper = ZooKeeperUnderTest.start(dir)) {
      Report report = operations(zookeeper.servers()).run("quiet", Load.of(5000), Disturbance.NONE);
      report.requireAllWritten(false);
    }
  }

  @Test
  void noneIsLostWhenTheLeaderIsKilled() throws IOException {
    try (ZooKeeperEnsemble ensemble = ZooKeeperEnsemble.start(dir, null)) {
      Report report =
          operations(ensemble.servers())
              .run(
                  "kill -9 of the leader",
                  DISTURBED,
                  () -> {
                    int leader = ensemble.leader();
                    ensemble.process(leader).kill();
                    ensemble.restart(leader);
                    ensemble.awaitWhole();
                  });
      assertThat(report.log().writtenAfter(report.over())).isPositive();
    }
  }

  @Test
  void noneIsLostWhenTheLeaderIsPausedForTenSeconds() throws IOException {
    try (ZooKeeperEnsemble ensemble = ZooKeeperEnsemble.start(dir, null)) {
      Report report =
          operations(ensemble.servers())
              .run("SIGSTOP of the leader for 10 s", DISTURBED, () -> pause(ensemble));
      assertThat(report.log().writtenAfter(report.over())).isPositive();
    }
  }

  private static void pause(ZooKeeperEnsemble ensemble) {
    EngineProcess leader = ensemble.process(ensemble.leader());
    leader.pause();
    try {
      elapse(Duration.ofSeconds(10));
    } finally {
      leader.resume();
    }
  }

  private static void elapse(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    await().atMost(time.plusSeconds(10)).until(() -> System.nanoTime() >= end);
  }

  /** One client process knows only the server that is cut off, the others only its peers. */
  @Test
  void aMinorityRefusesAndTheMajorityGoesOn() throws IOException {
    Optional<String> obstacle = Namespaces.obstacle();
    obstacle.ifPresent(System.out::println);
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    try (Namespaces network = Namespaces.of(ZooKeeperEnsemble.SIZE);
        ZooKeeperEnsemble ensemble = ZooKeeperEnsemble.start(dir, network)) {
      int cut = ensemble.leader();
      int[] rest = IntStream.rangeClosed(1, 3).filter(n -> n != cut).toArray();
      Map<String, String> majority = settings(ensemble.servers(rest));
      List<Map<String, String>> clients =
          List.of(settings(ensemble.servers(cut)), majority, majority);
      Report report =
          new OperationIds("zookeeper", clients, dir)
              .run(
                  "the leader cut off from its peers",
                  DISTURBED.withDeadline(Duration.ofSeconds(3)),
                  () -> part(network, cut));
      long settled = report.struck() + 6000; // the old leader gives up, the others elect
      assertThat(report.processes().get(0).writtenBetween(settled, report.over())).isZero();
      assertThat(report.processes().get(0).ids(Outcome.REFUSED)).isNotEmpty();
      assertThat(report.processes().get(1).writtenBetween(settled, report.over())).isPositive();
      assertThat(report.processes().get(0).writtenAfter(report.over())).isPositive();
    }
  }

  private static void part(Namespaces network, int cut) {
    network.part(Set.of(cut));
    try {
      elapse(Duration.ofSeconds(12));
    } finally {
      network.heal();
    }
  }
}
