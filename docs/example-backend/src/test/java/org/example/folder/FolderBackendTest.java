// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package org.example.folder;

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

/** The whole kit over the example. */
class FolderBackendTest extends BackendKit {
  @TempDir static Path directory;

  @Override
  protected StoreBackendProvider provider() {
    return new FolderBackendProvider();
  }

  @Override
  protected StoreSettings settings() {
    return new StoreSettings("folder", Map.of("path", directory.resolve("store").toString()));
  }

  @Override
  protected void wipe() {
    try (Stream<Path> files =
        Files.exists(directory.resolve("store"))
            ? Files.list(directory.resolve("store"))
            : Stream.empty()) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Optional<StoreSettings> unreachable() {
    return Optional.of(new StoreSettings("folder", Map.of("path", "/dev/null/nowhere")));
  }

  @Override
  protected int many() {
    return 300;
  }
}
