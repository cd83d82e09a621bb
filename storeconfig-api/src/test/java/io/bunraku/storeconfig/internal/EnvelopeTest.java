// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final Key KEY = new Key("facts/a");
  private static final UUID ID = new UUID(1, 2);
  private static final Bytes OLD = Bytes.of(new byte[16]);
  private static final Bytes NEW = Bytes.utf8("0123456789abcdef0123456789abcdef");

  private static Envelope transported(Envelope envelope) {
    return Envelope.decode(envelope.encode());
  }

  @Test
  void anEnvelopeComesBackAndKnowsItsHistory() {
    List<UUID> history = Stream.generate(UUID::randomUUID).limit(40).toList();
    Envelope sealed = new Sealer(null).seal(KEY, ID, history, Bytes.utf8("hello"), true);
    Envelope back = transported(sealed);
    assertThat(back.predecessors()).isEqualTo(history.subList(0, Envelope.PREDECESSORS));
    assertThat(back.knows(ID)).isTrue();
    assertThat(back.knows(history.get(31))).isTrue();
    assertThat(back.knows(history.get(32))).isFalse();
    assertThat(new Sealer(null).open(KEY, back).text()).isEqualTo("hello");
  }

  @Test
  void whatShrinksIsCompressed() {
    Bytes long_ = Bytes.utf8("resource ".repeat(10_000));
    Envelope sealed = new Sealer(null).seal(KEY, ID, List.of(), long_, false);
    assertThat(sealed.compressed()).isTrue();
    assertThat(sealed.payload().size()).isLessThan(long_.size() / 20);
    assertThat(new Sealer(null).open(KEY, transported(sealed))).isEqualTo(long_);
  }

  @Test
  void secretsAreEncryptedWithTheCurrentKeyAndOldOnesStayReadable() {
    Sealer before = new Sealer(new Keyring(1, Map.of(1, OLD)));
    Sealer after = new Sealer(new Keyring(2, Map.of(1, OLD, 2, NEW)));
    Bytes secret = Bytes.utf8("secret ".repeat(200));
    Envelope old = transported(before.seal(KEY, ID, List.of(), secret, true));
    Envelope current = transported(after.seal(KEY, ID, List.of(), secret, true));
    assertThat(current.epoch()).isEqualTo(2);
    assertThat(current.payload().text()).doesNotContain("secret");
    assertThat(after.open(KEY, old)).isEqualTo(secret);
    assertThat(after.open(KEY, current)).isEqualTo(secret);
    assertThatThrownBy(() -> before.open(KEY, current))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("epoch 2");
    assertThatThrownBy(() -> new Sealer(null).open(KEY, current))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("no keyring");
  }

  @Test
  void aSecretInAnotherDocumentsPlaceIsRefused() {
    Sealer sealer = new Sealer(new Keyring(1, Map.of(1, OLD)));
    Envelope sealed = sealer.seal(KEY, ID, List.of(), Bytes.utf8("secret"), true);
    assertThatThrownBy(() -> sealer.open(new Key("facts/b"), sealed))
        .isInstanceOf(StoreException.class);
  }

  @Test
  void damageIsSaidSo() {
    assertThatThrownBy(() -> Envelope.decode(Bytes.utf8("something else entirely, long enough")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Envelope.decode(Bytes.of(new byte[3])))
        .isInstanceOf(IllegalArgumentException.class);
    Envelope broken = new Envelope(ID, List.of(), true, 0, Bytes.utf8("not deflated"));
    assertThatThrownBy(() -> new Sealer(null).open(KEY, broken))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
