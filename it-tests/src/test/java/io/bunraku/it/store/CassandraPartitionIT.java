// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.bunraku.it.store.OperationIds.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes, one of which is cut off from the others: it refuses, they go on. */
@Tag("long")
class CassandraPartitionIT {
  private static final Path DIRECTORY = Path.of("target/engines/cassandra-parted").toAbsolutePath();
  private static final int CUT = 3;
  @TempDir Path dir;

  @Test
  void aMinorityRefusesAndTheMajorityGoesOn() throws IOException {
    Optional<String> obstacle = Namespaces.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    assumeTrue(
        EngineJars.jdk(CassandraNode.JAVA).isPresent(),
        "Cassandra 5.0 runs on Java 17, and there is none under /usr/lib/jvm");
    CassandraServer.clear(DIRECTORY);
    TestKeys.make(DIRECTORY);
    List<CassandraNode> nodes = new ArrayList<>();
    try (Namespaces network = Namespaces.of(3)) {
      start(nodes, network);
      CassandraServer.makeSchema(nodes);
      Load load =
          Load.of(3000).lasting(Duration.ofSeconds(60)).withDeadline(Duration.ofSeconds(20));
      Report report =
          new OperationIds("cassandra", List.of(settings(nodes)), dir)
              .run("3 nodes, one cut off from the others", load, () -> part(network, nodes));
      assertThat(report.log().writtenBetween(report.struck() + 5000, report.over())).isPositive();
      assertThat(report.log().writtenAfter(report.over())).isPositive();
    } finally {
      nodes.forEach(CassandraNode::close);
    }
  }

  private static void start(List<CassandraNode> nodes, Namespaces network) {
    CassandraNode.Ring ring = CassandraNode.Ring.of(network, 3);
    for (int i = 0; i < 3; i++) {
      Path own = DIRECTORY.resolve("n" + (i + 1));
      CassandraNode node = new CassandraNode(ring, i, own, TestKeys.keyStore(DIRECTORY));
      nodes.add(node);
      node.start(network.in(i + 1));
      node.awaitReady();
    }
  }

  private static Map<String, String> settings(List<CassandraNode> nodes) {
    return Map.of(
        "contact-points", nodes.get(0).contactPoint() + "," + nodes.get(1).contactPoint(),
        "keyspace", CassandraServer.KEYSPACE,
        "username", CassandraServer.USERNAME,
        "password", CassandraServer.PASSWORD);
  }

  private static void part(Namespaces network, List<CassandraNode> nodes) {
    try (CqlSession cut = nodes.get(CUT - 1).sessionOfItAlone()) {
      String write =
          "UPDATE %s.documents SET state = 'x' WHERE key = 'parted' IF state = null"
              .formatted(CassandraServer.KEYSPACE);
      network.part(Set.of(CUT));
      assertThatThrownBy(() -> cut.execute(SimpleStatement.newInstance(write)))
          .isInstanceOf(DriverException.class);
      Shell.run("sleep", "12");
      assertThatThrownBy(() -> cut.execute(SimpleStatement.newInstance(write)))
          .isInstanceOf(DriverException.class);
    } finally {
      network.heal();
    }
  }
}
