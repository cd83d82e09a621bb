// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.spi.StoreSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An empty store that several masters can share.
 *
 * @param backend its name
 * @param against what answers: a real server, an imitation, a double
 * @param settings of the backend, secrets among them
 * @param freezer stops and wakes what answers; null where that is not for a test to do
 * @param end stops it
 */
public record SharedStore(
    String backend,
    String against,
    Map<String, String> settings,
    @Nullable Freezer freezer,
    Runnable end)
    implements AutoCloseable {

  /** A server that stands still and goes on. */
  public interface Freezer {
    /** Nothing is answered from now on. */
    void pause();

    /** It goes on. */
    void resume();
  }

  /** Starts it empty, or skips the test where there is nothing to start, saying why. */
  public static SharedStore start(String backend, Path directory) {
    SharedStore store =
        switch (backend) {
          case "local" -> local(directory);
          case "zookeeper" -> zookeeper(directory);
          case "cassandra" -> cassandra();
          case "couchdb" -> couchdb(directory);
          case "riak" -> riak(directory);
          case "s3" -> s3(directory);
          default -> throw new IllegalArgumentException("No engine for " + backend);
        };
    System.out.println(backend + ": tested against " + store.against());
    return store;
  }

  private static SharedStore local(Path directory) {
    Path file = directory.resolve("shared-" + UUID.randomUUID() + ".db");
    return new SharedStore("local", "a file", Map.of("path", file.toString()), null, () -> {});
  }

  private static SharedStore zookeeper(Path directory) {
    try {
      ZooKeeperUnderTest engine = ZooKeeperUnderTest.start(directory);
      engine.wipe();
      return new SharedStore(
          "zookeeper",
          engine.describe(),
          plain(engine.settings()),
          engine.freezer(),
          engine::close);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static SharedStore cassandra() {
    CassandraServer engine = CassandraServer.shared();
    engine.wipe();
    return new SharedStore(
        "cassandra", engine.describe(), engine.with(), engine.freezer(), engine::wipe);
  }

  private static SharedStore couchdb(Path directory) {
    CouchDbServer engine = CouchDbServer.startOrSkip(directory);
    Freezer freezer = engine.isImitation() ? freezer(engine.imitationOrSkip().process()) : null;
    return new SharedStore("couchdb", engine.describe(), engine.map(), freezer, engine::close);
  }

  private static SharedStore riak(Path directory) {
    RiakEngine engine = RiakEngine.start(directory);
    boolean real = RiakEngine.isReal();
    return new SharedStore(
        "riak",
        real ? "the cluster " + engine.nodes() : "a double, not Riak",
        engine.settings(RiakEngine.SIBLINGS, "bunraku-it-" + UUID.randomUUID()),
        real ? null : freezer(engine.process()),
        engine::close);
  }

  private static SharedStore s3(Path directory) {
    S3Engine engine = S3Engine.real().orElseGet(() -> S3Engine.imitation(directory));
    boolean imitation = engine.isImitation();
    return new SharedStore(
        "s3",
        imitation ? "S3Mock behind a write lock of ours (imitation)" : "a real server",
        engine.settings(),
        imitation ? freezer(engine.process()) : null,
        engine::close);
  }

  static Freezer freezer(EngineProcess... processes) {
    return new Freezer() {
      @Override
      public void pause() {
        for (EngineProcess process : processes) {
          process.pause();
        }
      }

      @Override
      public void resume() {
        for (EngineProcess process : processes) {
          process.resume();
        }
      }
    };
  }

  private static Map<String, String> plain(StoreSettings settings) {
    return new TreeMap<>(settings.masked(Set.of()));
  }

  /** A line of a master's configuration. */
  public String line() {
    return settings.entrySet().stream()
        .map(e -> ", " + e.getKey() + ": \"" + e.getValue() + "\"")
        .collect(Collectors.joining("", "store: {backend: " + backend, "}"));
  }

  /** As {@code store copy} names it. */
  public String place() {
    return settings.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(",", backend + ":", ""));
  }

  @Override
  public void close() {
    end.run();
  }
}
