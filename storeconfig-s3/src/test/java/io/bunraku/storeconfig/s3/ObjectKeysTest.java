// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeysTest {
  private final ObjectKeys keys = new ObjectKeys("site/");

  @ParameterizedTest
  @CsvSource({
    "facts/web01.example.org, site/facts/web01.example.org",
    "node/., site/node/%2E",
    "node/.., site/node/%2E.",
    "./a, site/%2E/a",
    "node/.a, site/node/.a",
    "node/a%20b, site/node/a%2520b",
    "'node/a b', site/node/a%20b",
    "node/Zürich, site/node/Zürich"
  })
  void aKeyIsReadableAndComesBack(String path, String object) {
    assertThat(keys.of(new Key(path))).isEqualTo(object);
    assertThat(keys.parse(object)).isEqualTo(new Key(path));
  }

  @Test
  void aPrefixOfKeysIsAPrefixOfObjects() {
    KeyPrefix prefix = new KeyPrefix("../a b/");
    assertThat(keys.of(new Key("../a b/c"))).startsWith(keys.of(prefix));
  }

  @ParameterizedTest
  @ValueSource(strings = {"site/%probe-1", "site/a b", "site/%zz", "site//a", "site/", "site/."})
  void whatThisProgramHasNotMadeIsNoDocument(String object) {
    assertThat(keys.parse(object)).isNull();
  }

  @Test
  void aKeyThatGrowsTooLongIsRefused() {
    assertThatThrownBy(() -> keys.of(new Key("%".repeat(Key.MAX_BYTES))))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("1024");
  }
}
