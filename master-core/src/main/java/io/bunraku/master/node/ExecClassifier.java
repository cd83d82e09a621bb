// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Puppet's exec terminus: a program that gets the node's name and prints YAML. */
public final class ExecClassifier implements NodeClassifier {

  private static final int MAX_OUTPUT = 16 * 1024 * 1024;

  private final List<String> command;
  private final Duration timeout;

  /**
   * Creates a classifier.
   *
   * @param externalNodes the program with its arguments, separated by spaces
   * @param timeout when the program is killed
   */
  public ExecClassifier(String externalNodes, Duration timeout) {
    this.command =
        Arrays.stream(externalNodes.trim().split("\\s+", -1)).filter(s -> !s.isEmpty()).toList();
    this.timeout = timeout;
  }

  @Override
  public NodeClassification classify(String certname) throws ClassificationException {
    if (command.isEmpty() || !Path.of(command.getFirst()).isAbsolute()) {
      throw ClassificationException.failed(
          certname, "You must set the exec parameter to a fully qualified command");
    }
    String output = run(certname);
    if (output.isBlank()) {
      throw ClassificationException.unknown(certname);
    }
    return ClassifierYaml.parse(certname, output);
  }

  private String run(String certname) throws ClassificationException {
    List<String> line = new ArrayList<>(command);
    line.add(certname);
    try {
      Process process = new ProcessBuilder(line).start();
      process.getOutputStream().close();
      CompletableFuture<Process> watchdog = watch(process);
      CompletableFuture<byte[]> errors =
          CompletableFuture.supplyAsync(() -> readErrors(process), Thread::startVirtualThread);
      byte[] output = process.getInputStream().readNBytes(MAX_OUTPUT);
      int exit = process.waitFor();
      if (watchdog.isCompletedExceptionally()) {
        throw failed(certname, "it took longer than " + timeout.toSeconds() + " seconds");
      }
      if (exit != 0) {
        throw failed(
            certname,
            "Execution of '%s' returned %d: %s"
                .formatted(String.join(" ", line), exit, text(errors.get()).strip()));
      }
      return text(output);
    } catch (IOException | ExecutionException e) {
      throw failed(certname, "Could not execute posix command: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(certname, "interrupted");
    }
  }

  /** Kills a program that hangs, so that reading its output ends. */
  private CompletableFuture<Process> watch(Process process) {
    return process
        .onExit()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((ended, late) -> {
          if (late != null) {
            process.destroyForcibly();
          }
        });
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] readErrors(Process process) {
    try {
      return process.getErrorStream().readNBytes(64 * 1024);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static ClassificationException failed(String certname, String why) {
    return ClassificationException.failed(
        certname, "Failed to find " + certname + " via exec: " + why);
  }
}
