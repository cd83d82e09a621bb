// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentIdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "facts/web01.example.org",
        "_design/x",
        "_local",
        "%reports-2026-11",
        ".",
        "..",
        "a:b/c",
        "a%3Ab",
        "node/Großer Zürich",
        "node/\uD83C\uDFAD",
        "\u0000\u001f\u007f\u0085",
        "a b+c?d&e#f\"g"
      })
  void aKeyComesBackAndLooksLikeNothingReserved(String path) {
    String id = DocumentIds.id(new Key(path));
    assertThat(DocumentIds.isKey(id)).isTrue();
    assertThat(DocumentIds.key(id)).isEqualTo(new Key(path));
    assertThat(id).doesNotStartWith(".").doesNotContain("/");
  }

  @Test
  void idsAreReadable() {
    assertThat(DocumentIds.id(new Key("facts/web01.example.org")))
        .isEqualTo("facts:web01.example.org");
    assertThat(DocumentIds.prefix(new KeyPrefix("facts/"))).isEqualTo("facts:");
    assertThat(DocumentIds.inPath(new Key("a b/c+d"))).isEqualTo("a%20b%3Ac%2Bd");
  }

  @Test
  void othersDocumentsAreNoKeys() {
    assertThat(DocumentIds.isKey("_design/views")).isFalse();
    assertThat(DocumentIds.isKey(DocumentIds.OWN + "2026-11")).isFalse();
  }
}
