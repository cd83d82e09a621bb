// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs an environment's {@code config_version}, once for each version of its code. */
final class ConfigVersion {

  private static final long TIMEOUT_SECONDS = 30;

  private ConfigVersion() {}

  /**
   * What the command prints.
   *
   * @param command as written in environment.conf, or null
   * @return null when no command is set
   * @throws EnvironmentException with Puppet's words when it fails
   */
  static @Nullable String run(@Nullable String command, Path directory)
      throws EnvironmentException {
    if (command == null || command.isBlank()) {
      return null;
    }
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readNBytes(64 * 1024);
      if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(command, "it took longer than " + TIMEOUT_SECONDS + " seconds");
      }
      String text = new String(output, StandardCharsets.UTF_8).strip();
      if (process.exitValue() != 0) {
        throw failed(
            command,
            "Execution of '" + command + "' returned " + process.exitValue() + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw failed(command, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(command, "interrupted");
    }
  }

  private static EnvironmentException failed(String command, String why) {
    return new EnvironmentException(
        "Execution of config_version command `" + command + "` failed: " + why);
  }
}
