// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bunraku.it.store.OperationIds.Disturbance;
import io.bunraku.it.store.OperationIds.Report;
import io.bunraku.storeconfig.OperationSets.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes, three replicas: one of them is killed or paused, and nothing is lost. */
@Tag("long")
class CassandraClusterIT {
  private static final Path DIRECTORY =
      Path.of("target/engines/cassandra-cluster").toAbsolutePath();
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final List<CassandraNode> NODES = new ArrayList<>();
  @TempDir Path dir;

  @BeforeAll
  static void startCluster() {
    assumeTrue(
        EngineJars.jdk(CassandraNode.JAVA).isPresent(),
        "Cassandra 5.0 runs on Java 17, and there is none under /usr/lib/jvm");
    CassandraServer.clear(DIRECTORY);
    TestKeys.make(DIRECTORY);
    CassandraNode.Ring ring = CassandraNode.Ring.of(3);
    for (int i = 0; i < 3; i++) {
      CassandraNode node =
          new CassandraNode(
              ring, i, DIRECTORY.resolve("n" + (i + 1)), TestKeys.keyStore(DIRECTORY));
      NODES.add(node);
      node.start();
      node.awaitReady();
    }
    CassandraServer.makeSchema(NODES);
  }

  @AfterAll
  static void stopCluster() {
    NODES.forEach(CassandraNode::close);
    NODES.clear();
  }

  /** Each process asks another node first. */
  private OperationIds operations() {
    List<Map<String, String>> settings =
        NODES.stream()
            .map(node ->
                Map.of(
                    "contact-points", node.contactPoint(),
                    "keyspace", CassandraServer.KEYSPACE,
                    "username", CassandraServer.USERNAME,
                    "password", CassandraServer.PASSWORD))
            .toList();
    return new OperationIds("cassandra", settings, dir);
  }

  @Test
  void noneOfFiveThousandIdsIsLost() throws IOException {
    Load load = Load.of(5000).withDeadline(Duration.ofSeconds(60));
    Report report = operations().run("3 nodes, quiet", load, Disturbance.NONE);
    assertThat(report.log().ids(Outcome.REFUSED)).isEmpty();
  }

  @Test
  void noneIsLostWhenANodeIsKilledAndStartedAgain() throws IOException {
    CassandraNode victim = NODES.get(1);
    Report report =
        operations()
            .run(
                "3 nodes, kill -9 and restart of one",
                Load.of(3000).lasting(Duration.ofSeconds(60)).withDeadline(DEADLINE),
                () -> {
                  victim.kill();
                  victim.start();
                  victim.awaitReady();
                });
    assertThat(report.log().writtenAfter(report.over())).isPositive();
  }

  @Test
  void noneIsLostWhenANodeIsPaused() throws IOException {
    CassandraNode victim = NODES.get(2);
    Report report =
        operations()
            .run(
                "3 nodes, one paused for 10 s",
                Load.of(3000).lasting(Duration.ofSeconds(30)).withDeadline(DEADLINE),
                () -> {
                  victim.pause();
                  Shell.run("sleep", "10");
                  victim.resume();
                });
    assertThat(report.log().writtenAfter(report.over())).isPositive();
  }
}
