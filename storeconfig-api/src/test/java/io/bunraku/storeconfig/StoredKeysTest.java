// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A master with other keys than the store's is told so. */
class StoredKeysTest {
  private final MemoryStore store = new MemoryStore(ConflictModel.COMPARE_AND_SET);

  /** Opens the store with keys: epoch and the letter that the key consists of. */
  private void verify(Object... keys) {
    Map<Integer, Bytes> all = new HashMap<>();
    for (int i = 0; i < keys.length; i += 2) {
      all.put((Integer) keys[i], Bytes.utf8(((String) keys[i + 1]).repeat(32)));
    }
    @Nullable Keyring keyring = keys.length == 0 ? null : new Keyring((Integer) keys[0], all);
    StoreOptions options = StoreOptions.of("memory", Map.of(), "m");
    try (StoreConfigs stores =
        StoreConfigs.over(
            new MemoryBackend(store), keyring == null ? options : options.withKeyring(keyring))) {
      stores.verifyKeys();
    }
  }

  @Test
  void theKeysOfTheFirstMasterStand() {
    verify(1, "a");
    assertThatCode(() -> verify(1, "a")).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(1, "b"))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "This store's secrets are encrypted with another key (epoch 1): give this master the"
                + " store.keys of the others");
    assertThatThrownBy(() -> verify())
        .hasMessageContaining("a key that this master does not have (epoch 1)");
  }

  @Test
  void aNewEpochIsAddedAndAnOldOneMayGo() {
    verify(1, "a");
    verify(2, "b", 1, "a");
    assertThatThrownBy(() -> verify(1, "a")).hasMessageContaining("(epoch 2)");
    assertThatCode(() -> verify(2, "b")).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(2, "c", 1, "a")).hasMessageContaining("another key (epoch 2)");
  }
}
