// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The passphrase that opens the CA's key. The key itself is in the store, where all masters find
 * it; the passphrase never is: an operator gives it to each master, as a file, in the environment,
 * or by a command that asks a key service.
 */
public final class Passphrase {

  /** Environment variable that holds the passphrase. */
  public static final String VARIABLE = "BUNRAKU_CA_PASSPHRASE";

  /** Environment variable that holds a shell command which prints the passphrase. */
  public static final String COMMAND_VARIABLE = "BUNRAKU_CA_PASSPHRASE_COMMAND";

  private static final int RANDOM_BYTES = 32;
  private static final int COMMAND_SECONDS = 30;

  private final Path file;
  private final Map<String, String> environment;

  /**
   * Creates the source.
   *
   * @param file used when the environment says nothing
   * @param environment variables of the process
   */
  public Passphrase(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /**
   * The default place: {@code ca.passphrase} in the vardir, and the environment of this process.
   */
  public static Passphrase in(Path vardir) {
    return new Passphrase(vardir.resolve("ca.passphrase"), System.getenv());
  }

  /**
   * Reads the passphrase.
   *
   * @throws CaException if there is none
   */
  String read() throws CaException {
    String command = environment.get(COMMAND_VARIABLE);
    String value = environment.get(VARIABLE);
    if (command == null && value == null && !Files.exists(file)) {
      throw new CaException(
          INVALID,
          "No passphrase for the key of the CA: give this master the file %s of the others, or set %s"
              .formatted(file, VARIABLE));
    }
    return command != null ? run(command) : value != null ? value : readFile();
  }

  /** Reads the passphrase, or makes one and keeps it in the file, readable by its owner only. */
  String readOrCreate(SecureRandom random) throws CaException {
    if (environment.containsKey(COMMAND_VARIABLE)
        || environment.containsKey(VARIABLE)
        || Files.exists(file)) {
      return read();
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try {
      PemFiles.writeSecret(file, made + "\n");
    } catch (IOException e) {
      throw new CaException(INVALID, "Cannot write " + file + ": " + e.getMessage());
    }
    return made;
  }

  private String readFile() throws CaException {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CaException(INVALID, "Cannot read " + file + ": " + e.getMessage());
    }
  }

  private static String run(String command) throws CaException {
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
      throw new CaException(INVALID, COMMAND_VARIABLE + " did not print a passphrase");
    } catch (IOException e) {
      throw new CaException(INVALID, COMMAND_VARIABLE + " failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaException(INVALID, COMMAND_VARIABLE + " was interrupted");
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}
