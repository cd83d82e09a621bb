// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.ca;

import static io.bunraku.master.ca.CaException.Kind.INVALID;

import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.SecretSource;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

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
    return find()
        .orElseThrow(() ->
            new CaException(
                INVALID,
                "No passphrase for the key of the CA: give this master the file %s of the others, or set %s"
                    .formatted(file, VARIABLE)));
  }

  private Optional<String> find() throws CaException {
    try {
      return new SecretSource(COMMAND_VARIABLE, VARIABLE, file, environment).read();
    } catch (ConfigException e) {
      throw new CaException(INVALID, String.valueOf(e.getMessage()));
    }
  }

  /** Reads the passphrase, or makes one and keeps it in the file, readable by its owner only. */
  String readOrCreate(SecureRandom random) throws CaException {
    Optional<String> given = find();
    if (given.isPresent()) {
      return given.get();
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
}
