// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws 1, 3 and 7: what is written is read. */
public abstract class ReadWriteContract extends BackendContract {

  @Test
  void law3_anUnknownKeyIsAbsent() {
    assertThat(read(anyKey()).isAbsent()).isTrue();
  }

  @Test
  void law1_aKeyIsCreatedWithTheAbsentToken() {
    Key key = anyKey();
    put(key, value("one"));
    assertThat(texts(readUntil(key, s -> !s.isAbsent()).values())).containsExactly("one");
  }

  @Test
  void law1_aWriteWithTheTokenThatWasReadReplaces() {
    Key key = anyKey();
    put(key, value("one"));
    put(key, value("two"), readUntil(key, s -> !s.isAbsent()).token());
    readUntil(key, s -> texts(s.values()).equals(List.of("two")));
  }

  @Test
  void law1_theTokenOfAWriteServesTheNextWrite() {
    Key key = anyKey();
    Token token = Token.ABSENT;
    for (int i = 0; i < 10; i++) {
      token = put(key, value("value " + i), token);
    }
    readUntil(key, s -> texts(s.values()).contains("value 9"));
  }

  @Test
  void law1_aDeletedKeyIsAbsentAndCanBeMadeAgain() {
    Key key = anyKey();
    put(key, value("one"));
    remove(key);
    Stored gone = readUntil(key, Stored::isAbsent);
    put(key, value("two"), gone.token());
    readUntil(key, s -> texts(s.values()).equals(List.of("two")));
  }

  @Test
  void law3_aFinishedWriteIsReadByAnotherClient() {
    Key key = anyKey();
    put(key, value("one"));
    try (var other = provider().open(settings())) {
      Stored seen = patiently(() -> other.read(key));
      assertThat(backend().traits().readStaleness().isZero() && seen.isAbsent()).isFalse();
    }
  }

  @Test
  void law7_attributesComeBack() {
    Key key = anyKey();
    Map<String, String> attributes =
        Map.of("digest", "0123456789abcdef".repeat(4), "stamp", "1:2:3:a-b:m.example.org", "e", "");
    put(key, value("one", attributes));
    Stored seen = readUntil(key, s -> !s.isAbsent());
    assertThat(seen.values().get(0).attributes()).isEqualTo(attributes);
  }

  @Test
  void law7_anEmptyValueIsNotAbsent() {
    Key key = anyKey();
    put(key, value(""));
    Stored seen = readUntil(key, s -> !s.isAbsent());
    assertThat(seen.values().get(0).bytes().size()).isZero();
  }

  @Test
  void law7_allBytesComeBack() {
    byte[] all = new byte[4096];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    Key key = anyKey();
    put(key, Value.of(Bytes.of(all)));
    Stored seen = readUntil(key, s -> !s.isAbsent());
    assertThat(seen.values().get(0).bytes()).isEqualTo(Bytes.of(all));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "node/web01.example.org",
        "node/Großer Zürich",
        "node/文楽/人形",
        "node/\uD83C\uDFAD",
        "node/e\u0301",
        "node/\u00e9",
        "node/a b%2Fc?d&e=f#g:h*i\"j'k\\l|m<n>",
        "node/.",
        "node/..",
        "node/$ne\u0001",
        "node/UPPER",
        "node/upper",
        "node/%",
        "node/_"
      })
  void law7_anyUnicodeKeyComesBack(String path) {
    Key key = new Key(path);
    put(key, value(path));
    assertThat(texts(readUntil(key, s -> !s.isAbsent()).values())).containsExactly(path);
    assertThat(scanUntil("", Projection.HEADS, e -> !e.isEmpty()))
        .extracting(e -> e.key().path())
        .containsExactly(path);
  }

  @Test
  void law7_keysThatLookAlikeAreNotOne() {
    String[] alike = {"k/e\u0301", "k/\u00e9", "k/E\u0301", "k/a", "k/A", "k/a ", "k/a%20"};
    for (String path : alike) {
      put(new Key(path), value(path));
    }
    for (String path : alike) {
      assertThat(texts(readUntil(new Key(path), s -> !s.isAbsent()).values()))
          .containsExactly(path);
    }
  }

  @Test
  void law7_theLongestKeyComesBack() {
    Key key = new Key("k/" + "é".repeat((Key.MAX_BYTES - 2) / 2));
    put(key, value("long"));
    assertThat(texts(readUntil(key, s -> !s.isAbsent()).values())).containsExactly("long");
  }
}
