// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Cassandra that the tests share: a node that is started for them, or the server that {@code
 * BUNRAKU_IT_CASSANDRA=host:port} names, with {@code BUNRAKU_IT_CASSANDRA_USERNAME}, {@code
 * _PASSWORD} of a superuser and {@code _DATACENTER} where they are not the defaults. Only the
 * keyspace {@value #KEYSPACE} and the role {@value #USERNAME} are touched there.
 */
final class CassandraServer {
  static final String KEYSPACE = "bunraku_it";
  static final String USERNAME = "bunraku_it";
  static final String PASSWORD = "not'a:secret";
  private static final String VARIABLE = "BUNRAKU_IT_CASSANDRA";
  static final Path DIRECTORY = Path.of("target/engines/cassandra").toAbsolutePath();
  private static @Nullable CassandraServer shared;

  private final @Nullable CassandraNode node;
  private final String point;
  private final String datacenter;
  private final CqlSession administrator;

  private CassandraServer(
      @Nullable CassandraNode node, String point, String datacenter, CqlSession administrator) {
    this.node = node;
    this.point = point;
    this.datacenter = datacenter;
    this.administrator = administrator;
  }

  /** The server; started, and its schema made, when it is first asked for. */
  static synchronized CassandraServer shared() {
    if (shared == null) {
      CassandraServer server = Given.of(VARIABLE) == null ? started() : given();
      server.makeSchema();
      shared = server;
    }
    return shared;
  }

  private static CassandraServer started() {
    Skip.unless(
        EngineJars.jdk(CassandraNode.JAVA).isPresent(),
        "Cassandra 5.0 runs on Java 17, and there is none under /usr/lib/jvm");
    clear(DIRECTORY);
    TestKeys.make(DIRECTORY);
    TestKeys.makeClient(DIRECTORY, "bunraku", "server");
    CassandraNode node =
        new CassandraNode(
            CassandraNode.Ring.of(1), 0, DIRECTORY.resolve("n1"), TestKeys.keyStore(DIRECTORY));
    node.start();
    node.awaitReady();
    return new CassandraServer(node, node.contactPoint(), CassandraNode.DATACENTER, node.session());
  }

  private static CassandraServer given() {
    String point = Objects.requireNonNull(Given.of(VARIABLE));
    String datacenter = variable("DATACENTER", CassandraNode.DATACENTER);
    CqlSession administrator =
        CassandraNode.session(
            point,
            datacenter,
            variable("USERNAME", "cassandra"),
            variable("PASSWORD", "cassandra"));
    return new CassandraServer(null, point, datacenter, administrator);
  }

  private static String variable(String suffix, String otherwise) {
    return Given.of(VARIABLE + "_" + suffix, otherwise);
  }

  static void clear(Path directory) {
    try {
      if (Files.exists(directory)) {
        try (Stream<Path> files = Files.walk(directory)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the files that an operator is told to run. */
  private void makeSchema() {
    administrate("DROP KEYSPACE IF EXISTS " + KEYSPACE);
    makeSchema(administrator, datacenter, 1);
  }

  /** On a cluster that was just started: also roles have a replica on each node. */
  static void makeSchema(List<CassandraNode> cluster) {
    try (CqlSession administrator = cluster.get(0).session()) {
      administrator.execute(
          "ALTER KEYSPACE system_auth WITH replication ="
              + " {'class': 'NetworkTopologyStrategy', 'datacenter1': 3}");
      makeSchema(administrator, CassandraNode.DATACENTER, cluster.size());
    }
  }

  private static void makeSchema(CqlSession administrator, String datacenter, int replicas) {
    Map<String, String> names =
        Map.of(
            "keyspace", KEYSPACE,
            "local-datacenter", datacenter,
            "replication-factor", Integer.toString(replicas),
            "username", USERNAME,
            "password", PASSWORD.replace("'", "''"));
    administrator.execute("DROP ROLE IF EXISTS " + USERNAME);
    for (String file : List.of("schema.cql", "grants.cql")) {
      for (String statement : CqlFile.statements(file, names)) {
        administrator.execute(patient(statement));
      }
    }
  }

  private static SimpleStatement patient(String statement) {
    return SimpleStatement.newInstance(statement).setTimeout(Duration.ofSeconds(60));
  }

  void administrate(String statement) {
    administrator.execute(patient(statement));
  }

  CqlSession administrator() {
    return administrator;
  }

  String contactPoint() {
    return point;
  }

  /** The node, which can be killed; only of a server that was started here. */
  CassandraNode node() {
    Skip.unless(node != null, "not done to the server that " + VARIABLE + " names");
    return Objects.requireNonNull(node);
  }

  /** Settings of the role with least privilege, with some changed or added. */
  Map<String, String> with(String... changes) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("contact-points", point);
    settings.put("local-datacenter", datacenter);
    settings.put("keyspace", KEYSPACE);
    settings.put("username", USERNAME);
    settings.put("password", PASSWORD);
    for (int i = 0; i < changes.length; i += 2) {
      settings.put(changes[i], changes[i + 1]);
    }
    return settings;
  }

  StoreSettings settings(String... changes) {
    return new StoreSettings("cassandra", with(changes));
  }

  /** In words, for the report. */
  String describe() {
    return node == null ? "the server at " + point : "a real node on loopback";
  }

  /** Stops the node's clock; null for a server of somebody else. */
  SharedStore.@Nullable Freezer freezer() {
    CassandraNode own = node;
    return own == null
        ? null
        : new SharedStore.Freezer() {
          @Override
          public void pause() {
            own.pause();
          }

          @Override
          public void resume() {
            own.resume();
          }
        };
  }

  void wipe() {
    administrate("TRUNCATE " + KEYSPACE + ".documents");
    administrate("TRUNCATE " + KEYSPACE + ".heads");
  }
}
