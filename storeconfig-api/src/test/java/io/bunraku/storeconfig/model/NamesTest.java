// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"web01.example.org", "a", "with space", "UPPER", "x!y", "..."})
  void certnamesAreAsPuppetAllows(String name) {
    assertThat(new Certname(name).toString()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "ü", "a\nb", "a\u0000"})
  void othersAreRefusedAndNotPrintedRaw(String name) {
    assertThatThrownBy(() -> new Certname(name))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .matches("[ -~]+");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-b", "a/b", "..", "é"})
  void environmentsAreWords(String name) {
    assertThat(EnvironmentName.isValid(name)).isFalse();
    assertThat(EnvironmentName.isValid("production_2")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a//b", "a/\uD800"})
  void malformedKeysAreRefused(String path) {
    assertThatThrownBy(() -> new Key(path)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void prefixesEndWithASlash() {
    assertThatThrownBy(() -> new KeyPrefix("facts")).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Key("facts/a").startsWith(new KeyPrefix("facts/"))).isTrue();
    assertThat(new Key("factsx/a").startsWith(new KeyPrefix("facts/"))).isFalse();
  }
}
