// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator puts a secret of a master: a shell command that prints it (a key service, say),
 * an environment variable, or a file; the first of these that is there.
 *
 * @param commandVariable environment variable that holds the command
 * @param variable environment variable that holds the secret
 * @param file holds the secret
 * @param environment variables of the process
 */
public record SecretSource(
    String commandVariable, String variable, Path file, Map<String, String> environment) {
  private static final int COMMAND_SECONDS = 30;

  /** Freezes the map. */
  public SecretSource {
    environment = Map.copyOf(environment);
  }

  /**
   * Reads the secret, without blanks around it.
   *
   * @return empty if none of the places has it
   * @throws ConfigException in one line, if the place cannot be read
   */
  public Optional<String> read() throws ConfigException {
    String command = environment.get(commandVariable);
    if (command != null) {
      return Optional.of(run(command));
    }
    String value = environment.get(variable);
    return value != null ? Optional.of(value.strip()) : readFile();
  }

  private Optional<String> readFile() throws ConfigException {
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ConfigException("Cannot read " + file + ": " + e);
    }
  }

  private String run(String command) throws ConfigException {
    @Nullable Process process = null;
    try {
      process =
          new ProcessBuilder("/bin/sh", "-c", command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)
          && process.exitValue() == 0
          && !output.isEmpty()) {
        return output;
      }
      throw new ConfigException(commandVariable + " printed nothing, or failed");
    } catch (IOException e) {
      throw new ConfigException(commandVariable + " failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConfigException(commandVariable + " was interrupted");
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  /** As the secret of which place an error message should speak. */
  @Override
  public String toString() {
    return environment.containsKey(commandVariable)
        ? commandVariable
        : environment.containsKey(variable) ? variable : file.toString();
  }
}
