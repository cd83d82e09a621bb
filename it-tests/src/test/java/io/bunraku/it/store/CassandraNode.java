// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverConfigLoader;
import com.datastax.oss.driver.api.core.loadbalancing.NodeDistance;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A real Cassandra node in a process of its own, on an address of loopback. Its superuser is {@code
 * cassandra} with the password {@code cassandra}; clients may use TLS.
 */
final class CassandraNode implements AutoCloseable {
  static final String DATACENTER = "datacenter1";
  static final int JAVA = 17;
  private static final Duration START = Duration.ofMinutes(3);
  private final String name;
  private final Path directory;
  private final String address;
  private final int port;
  private final Map<String, String> configuration;
  private @Nullable EngineProcess process;

  /**
   * A node that is not started yet.
   *
   * @param ring what the nodes of a cluster have in common
   * @param index of the node in its cluster, from 0
   * @param keyStore for TLS, which clients may use
   */
  CassandraNode(Ring ring, int index, Path directory, Path keyStore) {
    this.name = "cassandra" + (index + 1);
    this.directory = directory.toAbsolutePath();
    this.address = ring.address(index);
    this.port = ring.port();
    this.configuration =
        Map.of(
            "directory", this.directory.toString(),
            "address", address,
            "port", Integer.toString(port),
            "storage-port", Integer.toString(ring.storagePort()),
            "seed", ring.address(0),
            "token", Long.toString(ring.token(index)),
            "keystore", keyStore.toString());
  }

  /**
   * What the nodes of a cluster have in common.
   *
   * @param network the first three numbers of their addresses
   */
  record Ring(String network, int port, int storagePort, int nodes) {
    /** A cluster on addresses that no other process of this machine is likely to use. */
    static Ring of(int nodes) {
      long pid = ProcessHandle.current().pid();
      String network = "127." + (1 + pid / 250 % 250) + "." + (1 + pid % 250);
      return new Ring(network, EngineProcess.freePort(), EngineProcess.freePort(), nodes);
    }

    /** A cluster on hosts of a network of our own. */
    static Ring of(Namespaces hosts, int nodes) {
      String first = hosts.address(1);
      return new Ring(first.substring(0, first.lastIndexOf('.')), 9042, 7000, nodes);
    }

    String address(int index) {
      return network + "." + (index + 1);
    }

    /** The ring in equal parts. */
    long token(int index) {
      return Long.MIN_VALUE + 1 + index * (Long.MAX_VALUE / nodes * 2);
    }
  }

  String contactPoint() {
    return address + ":" + port;
  }

  String address() {
    return address;
  }

  /** Starts, or starts again with the data that it had. */
  void start() {
    start(List.of());
  }

  /** Starts by a command that runs the rest of its words elsewhere. */
  void start(List<String> prefix) {
    prepare();
    List<String> command = new ArrayList<>(prefix);
    command.add(EngineJars.jdk(JAVA).orElseThrow().resolve("bin/java").toString());
    List<Path> jars = EngineJars.of("cassandra");
    Path agent =
        jars.stream().filter(j -> j.getFileName().toString().startsWith("jamm-")).findFirst().get();
    command.add("-javaagent:" + agent);
    command.add("@" + directory.resolve("cassandra.options"));
    command.add("-Dcassandra.config=" + directory.resolve("cassandra.yaml").toUri());
    command.add("-Dlogback.configurationFile=" + directory.resolve("cassandra-logback.xml"));
    command.add("-Dcassandra.storagedir=" + directory);
    command.add("-Djava.io.tmpdir=" + directory);
    command.add("-cp");
    command.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add("org.apache.cassandra.service.CassandraDaemon");
    process = EngineProcess.start(name, directory, command, Map.of());
  }

  private void prepare() {
    try {
      Files.createDirectories(directory);
      for (String file : List.of("cassandra.yaml", "cassandra.options", "cassandra-logback.xml")) {
        String text = resource(file);
        for (Map.Entry<String, String> e : configuration.entrySet()) {
          text = text.replace("${" + e.getKey() + "}", e.getValue());
        }
        Files.writeString(directory.resolve(file), text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(CassandraNode.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private EngineProcess process() {
    return Objects.requireNonNull(process, "not started");
  }

  /** Waits until the node answers its superuser. */
  void awaitReady() {
    process()
        .awaitReady(
            START,
            () -> {
              if (!EngineProcess.listens(address, port)) {
                return false;
              }
              try (CqlSession session = session()) {
                return !session.execute("SELECT * FROM system.local").all().isEmpty();
              }
            });
  }

  /** A session of the superuser. */
  CqlSession session() {
    return session(contactPoint(), DATACENTER, "cassandra", "cassandra");
  }

  /** The same, but it asks this node only. */
  CqlSession sessionOfItAlone() {
    return builder(contactPoint(), DATACENTER, "cassandra", "cassandra")
        .withNodeDistanceEvaluator((node, datacenter) ->
            node.getEndPoint().resolve().toString().contains(address)
                ? NodeDistance.LOCAL
                : NodeDistance.IGNORED)
        .build();
  }

  static CqlSession session(String point, String datacenter, String username, String password) {
    return builder(point, datacenter, username, password).build();
  }

  private static CqlSessionBuilder builder(
      String point, String datacenter, String username, String password) {
    int colon = point.lastIndexOf(':');
    String host = point.substring(0, colon);
    DriverConfigLoader patient =
        DriverConfigLoader.programmaticBuilder()
            .withDuration(DefaultDriverOption.REQUEST_TIMEOUT, Duration.ofSeconds(30))
            .withDuration(DefaultDriverOption.CONNECTION_INIT_QUERY_TIMEOUT, Duration.ofSeconds(10))
            .withDuration(DefaultDriverOption.CONTROL_CONNECTION_TIMEOUT, Duration.ofSeconds(10))
            .build();
    return CqlSession.builder()
        .withConfigLoader(patient)
        .withLocalDatacenter(datacenter)
        .withAuthCredentials(username, password)
        .addContactPoint(new InetSocketAddress(host, Integer.parseInt(point.substring(colon + 1))));
  }

  void kill() {
    process().kill();
  }

  void pause() {
    process().pause();
  }

  void resume() {
    process().resume();
  }

  boolean isAlive() {
    return process().isAlive();
  }

  long pid() {
    return process().pid();
  }

  @Override
  public void close() {
    if (process != null) {
      process.kill();
    }
  }
}
