// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is run to its end. */
public record Command(int exit, String output) {

  private static final Duration DEADLINE = Duration.ofMinutes(5);

  /** Runs a command and takes what it prints on both streams. */
  public static Command run(List<String> words, Map<String, String> environment) {
    try {
      Path file = Files.createTempFile("bunraku-it", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(file.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("No end within " + DEADLINE + ": " + words);
      }
      String output = Files.readString(file, StandardCharsets.UTF_8);
      Files.delete(file);
      return new Command(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static Command run(String... words) {
    return run(List.of(words), Map.of());
  }
}
