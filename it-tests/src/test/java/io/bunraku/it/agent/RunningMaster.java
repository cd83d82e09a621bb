// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A master in a process of its own, started by the launcher, on a port of loopback. */
public final class RunningMaster implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(4);
  static final Path LAUNCHER = Path.of("..", "bin", "bunraku").toAbsolutePath().normalize();

  private final Path directory;
  private final int port;
  private final int plainPort;
  private final Path log;
  private final Process process;

  private RunningMaster(Path directory, int port, int plainPort, Path log, Process process) {
    this.directory = directory;
    this.port = port;
    this.plainPort = plainPort;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a master and waits until it is ready.
   *
   * @param directory everything of it; {@code code/} must be there
   * @param settings lines of its configuration beside the usual ones
   */
  public static RunningMaster start(Path directory, String... settings) {
    return start("localhost", directory, directory.resolve("store.db"), settings);
  }

  /**
   * Starts one of several masters.
   *
   * @param certname its name
   * @param store the file that they share
   */
  static RunningMaster start(String certname, Path directory, Path store, String... settings) {
    RunningMaster master = launch(certname, directory, store, settings);
    master.awaitReady();
    return master;
  }

  /** Starts a master without waiting. */
  public static RunningMaster launch(Path directory, String... settings) {
    return launch("localhost", directory, directory.resolve("store.db"), settings);
  }

  private static RunningMaster launch(
      String certname, Path directory, Path store, String... settings) {
    try {
      int port = freePort();
      int plainPort = freePort();
      Path config = directory.resolve("bunraku.yaml");
      List<String> lines =
          new ArrayList<>(
              List.of(
                  "certname: " + certname,
                  "listen: 127.0.0.1:" + port,
                  "plain-listen: 127.0.0.1:" + plainPort,
                  "codedir: " + directory.resolve("code"),
                  "ssldir: " + directory.resolve("ssl"),
                  "vardir: " + directory.resolve("var")));
      lines.addAll(List.of(settings));
      if (lines.stream().noneMatch(line -> line.startsWith("store:"))) {
        lines.add("store: {backend: local, path: " + store + "}");
      }
      Files.write(config, lines);
      Path log = directory.resolve("server.log");
      Files.deleteIfExists(log);
      Process process =
          new ProcessBuilder(LAUNCHER.toString(), "server", "--config", config.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new RunningMaster(directory, port, plainPort, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it serves. */
  public void awaitReady() {
    await().atMost(START).until(() -> log().contains("Bunraku is ready") || !process.isAlive());
    if (!process.isAlive()) {
      throw new IllegalStateException("The master did not start:\n" + log());
    }
  }

  /** Ends the process as a power cut would: {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /**
   * Waits until the process has ended by itself.
   *
   * @return its exit code
   */
  public int awaitEnd() {
    await().atMost(START).until(() -> !process.isAlive());
    return process.exitValue();
  }

  int port() {
    return port;
  }

  public int plainPort() {
    return plainPort;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Runs a command of the launcher with this master's configuration. */
  public Command bunraku(String... words) {
    List<String> all = new ArrayList<>();
    all.add(LAUNCHER.toString());
    all.addAll(List.of(words));
    all.add("--config");
    all.add(directory.resolve("bunraku.yaml").toString());
    return Command.run(all, Map.of());
  }

  /** All that the master has printed. */
  public String log() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Where it serves agents. */
  public String url() {
    return "https://localhost:" + port;
  }
}
