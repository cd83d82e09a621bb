// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.internal.FencedBackend;
import io.bunraku.storeconfig.memory.Faults;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While a store is fenced a master writes nothing, whatever in it writes by itself. */
class FencedStoreTest {
  private static final StoreOptions OPTIONS =
      StoreOptions.of("memory", Map.of(), "m").withDeadline(Duration.ofSeconds(1));
  private static final String FENCED = "The store is fenced, nothing is written: moved";
  private final MemoryStore store =
      new MemoryStore(ConflictModel.COMPARE_AND_SET, Faults.NONE, 4096, true);
  private final StoreBackend raw = new MemoryBackend(store);
  private final AtomicBoolean full = new AtomicBoolean();
  private final StoreConfigs master = StoreConfigs.over(withDisk(), OPTIONS);
  private final StoreAdmin admin = new StoreAdmin("memory:a", new MemoryBackend(store), OPTIONS);

  /** Reads answer, writes need room: so only the circuit of writes opens. */
  private StoreBackend withDisk() {
    return new FencedBackend(
        new MemoryBackend(store),
        () -> {
          if (full.get()) {
            throw new StoreUnavailableException("disk full");
          }
        });
  }

  @BeforeEach
  void fill() {
    master.facts().put(facts(1));
    Map<String, String> orphan =
        Map.of(
            "owner",
            Base64.getUrlEncoder().encodeToString("facts/gone".getBytes(StandardCharsets.UTF_8)),
            "written",
            "1");
    raw.write(new Key("chunk/lost/0"), new Value(Bytes.utf8("x"), orphan), Token.ABSENT);
  }

  @AfterEach
  void close() {
    master.close();
    admin.close();
  }

  private static Facts facts(int i) {
    return new Facts(new Certname("node" + i), null, Map.of("i", (long) i), i, "m");
  }

  private void fence() {
    admin.change(e -> e.fence("moved"));
    assertThat(master.epoch().fenced()).isTrue(); // seen at once, not after the lease
  }

  private Map<Key, Token> contents() {
    Map<Key, Token> all = new TreeMap<>();
    try (Cursor<Entry> entries = raw.scan(KeyPrefix.ALL, Projection.HEADS)) {
      entries.forEachRemaining(e -> all.put(e.key(), e.token()));
    }
    return all;
  }

  @Test
  void sweepsPurgeNothing() {
    fence();
    Map<Key, Token> before = contents();
    assertThatThrownBy(master::tidy)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage(FENCED);
    assertThat(contents()).isEqualTo(before).containsKey(new Key("chunk/lost/0"));
    admin.change(StoreEpoch::release);
    assertThat(master.epoch().fenced()).isFalse();
    assertThat(master.tidy()).isEqualTo(1);
    assertThat(contents()).doesNotContainKey(new Key("chunk/lost/0"));
  }

  @Test
  void neitherSingleWritesNorTransactionsNorChunksPass() {
    fence();
    Map<Key, Token> before = contents();
    assertThatThrownBy(() -> master.facts().put(facts(2))).hasMessage(FENCED);
    assertThatThrownBy(() -> master.code().putBlob(Bytes.of(new byte[100_000]))).hasMessage(FENCED);
    assertThatThrownBy(() -> master.nodes().purge(new Certname("node1"))).hasMessage(FENCED);
    AtomicWrites.Write write =
        new AtomicWrites.Write(new Key("facts/a"), Value.of(Bytes.utf8("x")), Token.ABSENT);
    FencedBackend fenced =
        new FencedBackend(
            raw,
            () -> {
              throw new StoreUnavailableException(FENCED);
            });
    AtomicWrites atomic = fenced.ability(AtomicWrites.class).orElseThrow();
    assertThatThrownBy(() -> atomic.writeAll(List.of(write))).hasMessage(FENCED);
    assertThat(contents()).isEqualTo(before);
    assertThat(master.facts().get(new Certname("node1"))).as("can be read").isPresent();
  }

  @Test
  void anOpenCircuitIsNotProbedByWrites() {
    full.set(true);
    assertThatThrownBy(() -> master.facts().put(facts(2))).hasMessageContaining("disk full");
    assertThat(master.outage()).as("the circuit of writes is open").isPresent();
    full.set(false);
    fence();
    Map<Key, Token> before = contents();
    await()
        .during(Duration.ofMillis(1500))
        .atMost(Duration.ofSeconds(10))
        .until(() -> master.probe().isPresent() && contents().equals(before));
    admin.change(StoreEpoch::release);
    assertThat(master.epoch().fenced()).isFalse();
    await().atMost(Duration.ofSeconds(10)).until(() -> master.probe().isEmpty());
    master.facts().put(facts(2));
    assertThat(master.facts().get(new Certname("node2"))).isPresent();
  }
}
