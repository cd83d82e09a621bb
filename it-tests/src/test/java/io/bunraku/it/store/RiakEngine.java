// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.it.riak.RiakDouble;
import io.bunraku.storeconfig.riak.RiakBackendProvider;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Riak tests run against: the cluster that {@code BUNRAKU_IT_RIAK=host:port,...} names, or
 * else a double of ours. The cluster must have the bucket type {@code bunraku} and, if its strong
 * consistency is on, {@code bunraku_consistent}.
 */
final class RiakEngine implements AutoCloseable {
  static final String SIBLINGS = "bunraku";
  static final String CONSISTENT = "bunraku_consistent";
  private static final Logger LOG = LoggerFactory.getLogger(RiakEngine.class);
  private static final String VARIABLE = "BUNRAKU_IT_RIAK";
  private static final String REAL = Given.of(VARIABLE, "");

  private final String nodes;
  private final Path directory;
  private final List<String> security;
  private @Nullable EngineProcess process;

  private RiakEngine(String nodes, Path directory, List<String> security) {
    this.nodes = nodes;
    this.directory = directory;
    this.security = security;
  }

  static boolean isReal() {
    return !REAL.isEmpty();
  }

  /** The cluster, or a double that keeps its objects in a directory. */
  static RiakEngine start(Path directory) {
    if (isReal()) {
      LOG.info("Riak tests run against {}", REAL);
      RiakEngine cluster = new RiakEngine(REAL, directory, List.of());
      Health health = cluster.check(SIBLINGS);
      if (!health.up()) {
        throw new IllegalStateException(VARIABLE + ": " + health.detail());
      }
      return cluster;
    }
    LOG.info("Riak tests run against a double, not against Riak: BUNRAKU_IT_RIAK is not set");
    return startDouble(directory);
  }

  /**
   * Always the double.
   *
   * @param security nothing, or user, password and key store; a fourth word if users show a
   *     certificate
   */
  static RiakEngine startDouble(Path directory, String... security) {
    String node = "127.0.0.1:" + EngineProcess.freePort();
    RiakEngine engine = new RiakEngine(node, directory, List.of(security));
    engine.start();
    return engine;
  }

  /** Starts the double, also again after a kill. */
  void start() {
    int port = Integer.parseInt(nodes.substring(nodes.indexOf(':') + 1));
    List<String> command =
        new ArrayList<>(EngineProcess.java(Path.of(System.getProperty("java.home")), "-Xmx512m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(RiakDouble.class.getName(), "" + port, directory.toString()));
    command.addAll(security);
    EngineProcess started = EngineProcess.start("riak-double", directory, command, Map.of());
    process = started;
    started.awaitReady(Duration.ofSeconds(30), () -> EngineProcess.listens("127.0.0.1", port));
  }

  /** The process to kill and to pause; only a double has one. */
  EngineProcess process() {
    EngineProcess running = process;
    if (running == null) {
      throw new IllegalStateException("A cluster of others is not ours to kill");
    }
    return running;
  }

  String nodes() {
    return nodes;
  }

  /** Settings of a bucket. */
  Map<String, String> settings(String type, String bucket) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("nodes", nodes);
    settings.put("bucket-type", type);
    settings.put("bucket", bucket);
    settings.put("consistent", Boolean.toString(type.equals(CONSISTENT)));
    return settings;
  }

  /** Skips a test, saying why, if a cluster has not got a bucket type. */
  void requireType(String type) {
    Health health = check(type);
    Skip.unless(health.up() || !isReal(), VARIABLE + ": " + health.detail());
  }

  private Health check(String type) {
    try (StoreBackend backend =
        new RiakBackendProvider().open(new StoreSettings("riak", settings(type, "bunraku-it")))) {
      return backend.check();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }
}
