// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.SecretSource;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of secrets in the store, the same on all masters: lines {@code EPOCH KEY}, the key being
 * 32 bytes in base64. The first line's key is what new values are encrypted with.
 */
final class StoreKeys {
  private static final int KEY_BYTES = 32;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path file;
  private final SecretSource source;

  StoreKeys(Path file, Map<String, String> environment) {
    this.file = file;
    this.source =
        new SecretSource("BUNRAKU_STORE_KEYS_COMMAND", "BUNRAKU_STORE_KEYS", file, environment);
  }

  /** The default place: {@code store.keys} in the vardir, and the environment of this process. */
  static StoreKeys in(Path vardir) {
    return new StoreKeys(vardir.resolve("store.keys"), System.getenv());
  }

  /**
   * The keys that this master was given, if it was given any.
   *
   * @throws StoreException in one line, if they cannot be read
   */
  Optional<Keyring> read() {
    try {
      return source.read().map(this::parse);
    } catch (ConfigException e) {
      throw new StoreException(String.valueOf(e.getMessage()), e);
    }
  }

  private Keyring parse(String text) {
    Map<Integer, Bytes> keys = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      String content = line.strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        String[] words = content.split("\\s+", 2);
        Integer epoch = epoch(words[0]);
        Bytes key = words.length == 2 ? key(words[1]) : null;
        if (epoch == null || key == null || keys.put(epoch, key) != null) {
          throw new StoreException(
              "%s:%d: expected an epoch of its own, from 1, and a key of 32 bytes in base64"
                  .formatted(source, number));
        }
      }
    }
    if (keys.isEmpty()) {
      throw new StoreException(source + ": there is no key in it");
    }
    return new Keyring(keys.keySet().iterator().next(), keys);
  }

  private static @Nullable Integer epoch(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Integer.valueOf(text) : null;
  }

  private static @Nullable Bytes key(String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      return key.length == KEY_BYTES ? Bytes.of(key) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /**
   * Makes a key and keeps it in the file, readable by its owner only. Of two processes that do so
   * at the same time, both get the key of the first.
   */
  Keyring make(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    String line = "1 " + Base64.getEncoder().encodeToString(key) + "\n";
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path temporary =
          Files.createTempFile(file.toAbsolutePath().getParent(), "store", ".keys", OWNER_ONLY);
      try {
        Files.writeString(temporary, line);
        Files.createLink(file, temporary);
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return read().orElseThrow();
      } finally {
        Files.delete(temporary);
      }
    } catch (IOException e) {
      throw new StoreException("Cannot write the keys of the store to " + file + ": " + e, e);
    }
    return parse(line);
  }

  /** Takes back keys that were just made and that the store does not go by. */
  void withdraw() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException("Remove " + file + ", which is of no use: " + e, e);
    }
  }
}
