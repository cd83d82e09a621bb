// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.spi.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreKeysTest {
  private static final String ONE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  private static final String TWO = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
  @TempDir private Path directory;

  private StoreKeys keys(Map<String, String> environment) {
    return new StoreKeys(directory.resolve("var/store.keys"), environment);
  }

  @Test
  void aMadeKeyIsTheOwnersOnlyAndStays() throws Exception {
    StoreKeys keys = keys(Map.of());
    assertThat(keys.read()).isEmpty();
    Keyring made = keys.make(new SecureRandom());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("var/store.keys"))))
        .isEqualTo("rw-------");
    assertThat(keys.read()).contains(made);
    assertThat(keys.make(new SecureRandom())).isEqualTo(made);
    assertThat(directory.resolve("var")).isDirectoryContaining("glob:**/store.keys");
    keys.withdraw();
    assertThat(keys.read()).isEmpty();
  }

  @Test
  void theFirstLineIsTheKeyToWriteWith() {
    Keyring ring =
        keys(Map.of("BUNRAKU_STORE_KEYS", "# ours\n2 " + TWO + "\n1 " + ONE)).read().orElseThrow();
    assertThat(ring.current()).isEqualTo(2);
    assertThat(ring.keys()).containsOnlyKeys(1, 2);
  }

  @Test
  void aCommandPrintsThem() {
    String command = "echo '1 " + ONE + "'";
    assertThat(keys(Map.of("BUNRAKU_STORE_KEYS_COMMAND", command)).read().orElseThrow().current())
        .isEqualTo(1);
    assertThatThrownBy(() -> keys(Map.of("BUNRAKU_STORE_KEYS_COMMAND", "false")).read())
        .isInstanceOf(StoreException.class)
        .hasMessage("BUNRAKU_STORE_KEYS_COMMAND printed nothing, or failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0 " + ONE, "1 short", "1 " + ONE + "\n1 " + TWO, "1 AAAA"})
  void whatIsNoKeyIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> keys(Map.of("BUNRAKU_STORE_KEYS", text)).read())
        .isInstanceOf(StoreException.class)
        .hasMessageMatching("BUNRAKU_STORE_KEYS:[12]: expected an epoch of its own, from 1, .*");
  }
}
