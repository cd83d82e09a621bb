// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.StoreCheck;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file and what can be wrong with it. */
class LocalFileTest {
  private static final Key KEY = new Key("facts/a");
  @TempDir Path dir;

  private static StoreBackend open(Path file) {
    StoreSettings settings = new StoreSettings("local", Map.of("path", file.toString()));
    return new LocalBackendProvider().open(settings);
  }

  private static WriteOutcome write(StoreBackend backend, String text) {
    return backend.write(KEY, Value.of(Bytes.utf8(text)), Token.ABSENT);
  }

  @Test
  void openingMakesNoFile() {
    Path file = dir.resolve("deep/er/store.db");
    try (StoreBackend backend = open(file)) {
      assertThat(backend.traits().maxValueBytes()).isPositive();
      assertThat(file.getParent()).doesNotExist();
      assertThat(write(backend, "a")).isInstanceOf(WriteOutcome.Written.class);
      assertThat(file).exists();
    }
  }

  @Test
  void filesAreForTheirOwnerOnly() throws IOException {
    try (StoreBackend backend = open(dir.resolve("store.db"))) {
      write(backend, "a");
      try (var files = Files.list(dir)) {
        assertThat(files.toList())
            .isNotEmpty()
            .allSatisfy(f ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                    .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void twoProcessesSeeEachOther() {
    try (StoreBackend one = open(dir.resolve("store.db"));
        StoreBackend two = open(dir.resolve("store.db"))) {
      assertThat(write(one, "a")).isInstanceOf(WriteOutcome.Written.class);
      assertThat(write(two, "b")).isInstanceOf(WriteOutcome.Conflict.class);
      assertThat(two.read(KEY)).isEqualTo(one.read(KEY));
    }
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Path file = Files.writeString(dir.resolve("store.db"), "this is no database ".repeat(500));
    try (StoreBackend backend = open(file)) {
      assertThatThrownBy(() -> write(backend, "a"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining(file.toString())
          .hasMessageContaining("damaged");
      assertThat(backend.check().up()).isFalse();
      assertThat(backend.check().detail()).contains("damaged");
    }
  }

  @Test
  void aDirectoryInItsPlaceIsNamed() throws IOException {
    Path file = Files.createDirectory(dir.resolve("store.db"));
    try (StoreBackend backend = open(file)) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessage("store local: " + file + ": is not a file");
    }
  }

  @Test
  void aMissingPathIsRefusedAtOnce() {
    StoreSettings settings = new StoreSettings("local", Map.of());
    assertThatThrownBy(() -> new LocalBackendProvider().open(settings))
        .isInstanceOf(StoreException.class)
        .hasMessage("store local: setting 'path' is missing");
  }

  @Test
  void theCheckFindsTheBackendByName() {
    Map<String, String> settings = Map.of("path", dir.resolve("store.db").toString());
    StoreCheck check = StoreCheck.run(StoreOptions.of("local", settings, "m"));
    assertThat(check.problem()).isNull();
    assertThat(check.health().detail()).startsWith("SQLite 3.");
    Map<String, String> wrong = Map.of("path", "/proc/nowhere/store.db");
    assertThat(StoreCheck.run(StoreOptions.of("local", wrong, "m")).problem())
        .contains("/proc/nowhere/store.db");
  }
}
