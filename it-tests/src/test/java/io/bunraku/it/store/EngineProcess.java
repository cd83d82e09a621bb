// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A process that a test starts, kills, pauses and stops: an engine, or a client of one. What it
 * prints goes to a log; whatever is left when the tests end is killed.
 */
final class EngineProcess implements AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final Set<Process> LEFT = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> LEFT.forEach(Process::destroyForcibly), "engines"));
  }

  private final String name;
  private final Process process;
  private final Path log;

  private EngineProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process; its log is {@code NAME.log} in a directory, appended to when it starts again.
   */
  static EngineProcess start(
      String name, Path directory, List<String> command, Map<String, String> environment) {
    try {
      Files.createDirectories(directory);
      Path log = directory.resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      Process process = builder.start();
      LEFT.add(process);
      var unused = process.onExit().thenAccept(LEFT::remove);
      return new EngineProcess(name, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The beginning of a command for a small JVM of a given JDK. */
  static List<String> java(Path home, String... options) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of(options));
    return command;
  }

  /** Waits until it is ready. What the question throws counts as no. */
  void awaitReady(Duration deadline, Callable<Boolean> ready) {
    try {
      await()
          .pollInterval(Duration.ofMillis(100))
          .ignoreExceptions()
          .atMost(deadline)
          .until(() -> !process.isAlive() || ready.call());
    } catch (ConditionTimeoutException e) {
      throw new IllegalStateException(name + " is not ready after " + deadline + tail(), e);
    }
    requireAlive();
  }

  private void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(name + " ended with " + process.exitValue() + tail());
    }
  }

  /** Fails if it ended with an error. */
  void requireSound() {
    if (!process.isAlive() && process.exitValue() != 0) {
      requireAlive();
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  /** {@code kill -9}; returns when the process is gone. */
  void kill() {
    process.destroyForcibly();
    awaitEnd(STOP);
  }

  /** Stops its clock: {@code SIGSTOP}. */
  void pause() {
    signal("STOP");
  }

  /** {@code SIGCONT}. */
  void resume() {
    signal("CONT");
  }

  private void signal(String signal) {
    Shell.run("kill", "-" + signal, Long.toString(process.pid()));
  }

  /** {@code SIGTERM}, and after 20 s {@code SIGKILL}. */
  @Override
  public void close() {
    process.destroy();
    if (!awaitEnd(STOP)) {
      kill();
    }
  }

  private boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return false;
    }
  }

  /** All that it has printed. */
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String tail() {
    List<String> lines = log().lines().toList();
    int from = Math.max(0, lines.size() - 30);
    return ":\n" + String.join("\n", lines.subList(from, lines.size()));
  }

  /** A port of loopback where nobody listens now. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether somebody listens. */
  static boolean listens(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
