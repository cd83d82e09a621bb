// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.memory.Faults;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A new key takes the place of an old one while masters use the store. */
class KeyRotationTest {
  private static final Map<Integer, Bytes> BOTH = Map.of(1, key(1), 2, key(2));
  private static final Keyring OLD = new Keyring(1, BOTH);
  private static final Keyring NEW = new Keyring(2, BOTH);
  private static final Keyring ONLY_NEW = new Keyring(2, Map.of(2, key(2)));
  private static final int NODES = 30;
  private static final int DOCUMENTS = 2 * NODES + 1; // facts and states, a large report

  private static Bytes key(int content) {
    byte[] key = new byte[32];
    key[0] = (byte) content;
    return Bytes.of(key);
  }

  private static StoreOptions options(@Nullable Keyring keyring) {
    StoreOptions plain =
        StoreOptions.of("memory", Map.of(), "m").withDeadline(Duration.ofMillis(300));
    return keyring == null ? plain : plain.withKeyring(keyring);
  }

  private static StoreConfigs master(MemoryStore store, @Nullable Keyring keyring) {
    return StoreConfigs.over(new MemoryBackend(store), options(keyring));
  }

  private static StoreAdmin admin(MemoryStore store, @Nullable Keyring keyring) {
    return new StoreAdmin("memory", new MemoryBackend(store), options(keyring));
  }

  /** Values of more than 4 kB are cut. */
  private static MemoryStore filled(ConflictModel model, @Nullable Keyring keyring) {
    MemoryStore store = new MemoryStore(model, Faults.NONE, 4096, false);
    try (StoreConfigs stores = master(store, keyring)) {
      if (keyring != null) {
        stores.verifyKeys();
      }
      for (int i = 0; i < NODES; i++) {
        stores.facts().put(facts(i, "v" + i));
      }
      byte[] large = new byte[20_000];
      new Random(1).nextBytes(large);
      stores.reports().put(new Report(node(0), "r", 1, "changed", null, false, Bytes.of(large)));
    }
    return store;
  }

  private static Certname node(int i) {
    return new Certname("node" + i);
  }

  private static Facts facts(int i, String value) {
    return new Facts(node(i), null, Map.of("f", value), i + 1, "m");
  }

  private static void verifyReadable(MemoryStore store, Keyring keyring) {
    try (StoreConfigs stores = master(store, keyring)) {
      stores.verifyKeys();
      for (int i = 0; i < NODES; i++) {
        assertThat(stores.facts().get(node(i)).orElseThrow().values()).containsKey("f");
      }
      var day = LocalDate.EPOCH;
      var head = stores.reports().list(null, day, day).get(0);
      assertThat(stores.reports().get(head).orElseThrow().json().size()).isEqualTo(20_000);
    }
  }

  private static KeyRotation.Result rotate(
      MemoryStore store, Keyring keyring, Consumer<KeyRotation.Progress> progress) {
    try (StoreAdmin admin = admin(store, keyring)) {
      return new KeyRotation(admin, progress).run();
    }
  }

  @ParameterizedTest
  @EnumSource(ConflictModel.class)
  void afterItTheOldKeyIsNotNeeded(ConflictModel model) {
    MemoryStore store = filled(model, OLD);
    try (StoreAdmin admin = admin(store, null)) {
      assertThat(KeyRotation.use(admin)).isEqualTo(Map.of(1, (long) DOCUMENTS));
    }
    KeyRotation.Result result = rotate(store, NEW, p -> {});
    assertThat(result.epoch()).isEqualTo(2);
    assertThat(result.documents()).isEqualTo(DOCUMENTS);
    assertThat(result.renewed()).isEqualTo(Map.of(1, (long) DOCUMENTS));
    try (StoreAdmin admin = admin(store, null)) {
      assertThat(KeyRotation.use(admin)).isEqualTo(Map.of(2, (long) DOCUMENTS));
    }
    verifyReadable(store, ONLY_NEW);
    assertThat(rotate(store, ONLY_NEW, p -> {}).renewed()).isEmpty();
  }

  @Test
  void whatWasNeverEncryptedIsFromThenOn() {
    MemoryStore store = filled(ConflictModel.COMPARE_AND_SET, null);
    assertThat(rotate(store, ONLY_NEW, p -> {}).renewed()).isEqualTo(Map.of(0, (long) DOCUMENTS));
    verifyReadable(store, ONLY_NEW);
  }

  @Test
  void interruptedItGoesOnWhereItWas() {
    MemoryStore store = filled(ConflictModel.COMPARE_AND_SET, OLD);
    AtomicLong seen = new AtomicLong();
    try (StoreAdmin admin = admin(store, NEW)) {
      for (int i = 0; i < 10; i++) {
        assertThat(admin.reseal(Key.of("facts", node(i).value()))).isTrue();
      }
      assertThat(admin.reseal(Key.of("facts", node(0).value()))).as("it has the key").isFalse();
      store.setDown(true);
      assertThatThrownBy(() -> new KeyRotation(admin, p -> {}).run())
          .isInstanceOf(StoreUnavailableException.class);
      store.setDown(false);
    }
    KeyRotation.Result result = rotate(store, NEW, p -> seen.set(p.renewed()));
    assertThat(result.renewed()).isEqualTo(Map.of(1, DOCUMENTS - 10L));
    assertThat(seen).as("told in the end").hasValue(DOCUMENTS - 10L);
    verifyReadable(store, ONLY_NEW);
  }

  @Test
  void whatMastersWriteMeanwhileStands() {
    MemoryStore store = filled(ConflictModel.SIBLINGS, OLD);
    try (StoreConfigs busy = master(store, NEW)) {
      rotate(store, NEW, p -> busy.facts().put(facts(7, "changed in pass " + p.pass())));
    }
    try (StoreConfigs stores = master(store, ONLY_NEW)) {
      assertThat(stores.facts().get(node(7)).orElseThrow().values().toString())
          .contains("changed in pass");
    }
  }

  @Test
  void aMasterThatGoesOnWithTheOldKeyIsTold() {
    MemoryStore store = filled(ConflictModel.COMPARE_AND_SET, OLD);
    AtomicLong count = new AtomicLong();
    try (StoreConfigs late = master(store, OLD)) {
      assertThatThrownBy(() ->
              rotate(store, NEW, p -> late.facts().put(facts(3, "n" + count.incrementAndGet()))))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("Masters go on encrypting with another key than 2");
    }
  }

  @Test
  void refusedWhileTheStoreIsMovedAndWithoutKeys() {
    MemoryStore store = filled(ConflictModel.COMPARE_AND_SET, OLD);
    assertThatThrownBy(() -> rotate(store, new Keyring(2, Map.of(2, key(9), 1, key(8))), p -> {}))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("another key (epoch 1)");
    try (StoreAdmin admin = admin(store, null)) {
      assertThatThrownBy(() -> new KeyRotation(admin, p -> {}).run())
          .hasMessageContaining("store.keys");
      admin.change(e -> e.fence("it is being moved"));
    }
    assertThatThrownBy(() -> rotate(store, NEW, p -> {})).hasMessageContaining("being moved");
  }
}
