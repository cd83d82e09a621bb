// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.tck.BackendKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The kit on a SQLite file. */
class LocalBackendTest extends BackendKit {
  @TempDir Path dir;

  @Override
  protected StoreBackendProvider provider() {
    return new LocalBackendProvider();
  }

  @Override
  protected StoreSettings settings() {
    return at(dir.resolve("store/bunraku.db"));
  }

  private static StoreSettings at(Path path) {
    return new StoreSettings("local", Map.of("path", path.toString()));
  }

  @Override
  protected void wipe() {
    Path store = dir.resolve("store");
    if (Files.isDirectory(store)) {
      try (Stream<Path> files = Files.list(store)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  protected Optional<StoreSettings> unreachable() {
    return Optional.of(at(Path.of("/proc/nowhere/bunraku.db")));
  }

  /** Each write is a flush to the disk. */
  @Override
  protected int many() {
    return 1050;
  }
}
