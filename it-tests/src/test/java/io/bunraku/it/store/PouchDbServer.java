// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * pouchdb-server from npm: an imitation of CouchDB on PouchDB's revision trees, not CouchDB. It is
 * installed once into a cache of the user.
 */
final class PouchDbServer implements AutoCloseable {
  private static final String VERSION = "4.2.0";
  private static final Duration START = Duration.ofSeconds(30);
  private final Path installed;
  private final Path directory;
  private final int port;
  private EngineProcess process;

  private PouchDbServer(Path installed, Path directory) {
    this.installed = installed;
    this.directory = directory;
    this.port = EngineProcess.freePort();
    this.process = launch();
  }

  /** Starts one, or gives none where npm is absent or cannot install it. */
  static Optional<PouchDbServer> start(Path directory) {
    return install().map(installed -> new PouchDbServer(installed, directory));
  }

  private EngineProcess launch() {
    String program = installed.resolve("node_modules/pouchdb-server/bin/pouchdb-server").toString();
    List<String> command =
        List.of(
            "node", program, "-n", "-o", "127.0.0.1", "-p", Integer.toString(port), "-d", "data");
    try {
      Files.createDirectories(directory.resolve("data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    EngineProcess started = EngineProcess.start("pouchdb-server", directory, command, Map.of());
    started.awaitReady(START, () -> EngineProcess.listens("127.0.0.1", port));
    return started;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  EngineProcess process() {
    return process;
  }

  /** {@code kill -9}, and up again on the same files. */
  void killAndStart() {
    process.kill();
    process = launch();
  }

  /** {@code SIGSTOP}, and {@code SIGCONT} later. */
  void pauseFor(Duration time) {
    process.pause();
    long end = System.nanoTime() + time.toNanos();
    try {
      await().atMost(time.plusSeconds(10)).until(() -> System.nanoTime() >= end);
    } finally {
      process.resume();
    }
  }

  @Override
  public void close() {
    process.kill();
  }

  private static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path home = xdg == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    return home.resolve("bunraku").resolve("pouchdb-server-" + VERSION);
  }

  /** Only one process installs; the mark at the end says that the installation is whole. */
  private static Optional<Path> install() {
    Path cache = cache();
    try {
      Files.createDirectories(cache);
      Path mark = cache.resolve("installed");
      try (FileChannel channel = FileChannel.open(cache.resolve("lock"), CREATE, WRITE)) {
        FileLock held = channel.lock();
        if (!Files.exists(mark)) {
          Shell.run(
              "npm",
              "install",
              "--prefix=" + cache,
              "--no-audit",
              "--no-fund",
              "--ignore-scripts",
              "pouchdb-server@" + VERSION);
          Files.createFile(mark);
        }
        held.release();
      }
      return Optional.of(cache);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException | IllegalStateException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      System.out.println("pouchdb-server " + VERSION + " cannot be installed: " + why);
      return Optional.empty();
    }
  }
}
