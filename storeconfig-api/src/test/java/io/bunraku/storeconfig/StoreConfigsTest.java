// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreConfigsTest {
  private static final Certname NODE = new Certname("a");
  private final MemoryStore store = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private StoreConfigs stores() {
    StoreOptions options =
        StoreOptions.of("memory", Map.of(), "m")
            .withDeadline(Duration.ofMillis(1))
            .withMeters(meters);
    return StoreConfigs.over(new MemoryBackend(store), options);
  }

  private static CompiledRun run(String content) {
    return new CompiledRun(
        NODE, new EnvironmentName("p"), 1, "1", null, "uuid", Bytes.utf8(content), List.of(), null);
  }

  private double writes() {
    return meters.get("bunraku.store.written").summaries().stream()
        .mapToDouble(s -> s.count())
        .sum();
  }

  @Test
  void anUnknownBackendIsRefusedNamingTheKnown() {
    assertThatThrownBy(() -> StoreConfigs.open(StoreOptions.of("casandra", Map.of(), "m")))
        .isInstanceOf(StoreException.class)
        .hasMessage("Unknown store backend 'casandra', known are memory");
  }

  @Test
  void anUnchangedRunCostsOneWrite() {
    try (StoreConfigs stores = stores()) {
      stores.store(run("{}"));
      double before = writes();
      stores.store(run("{}"));
      assertThat(writes() - before).isEqualTo(1);
      assertThat(meters.get("bunraku.store.run.documents").summary().totalAmount()).isEqualTo(3);
      assertThat(meters.get("bunraku.store.written").tag("kind", "node").summary().count())
          .isEqualTo(2);
    }
  }

  @Test
  void aMasterWhoseClockIsBehindStillStampsAboveWhatStands() {
    Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5));
    StoreOptions late = StoreOptions.of("memory", Map.of(), "late").withClock(behind);
    try (StoreConfigs right = stores();
        StoreConfigs wrong = StoreConfigs.over(new MemoryBackend(store), late)) {
      right.store(run("{\"n\":1}"));
      long before = right.nodes().get(NODE).orElseThrow().produced();
      assertThat(wrong.store(run("{\"n\":2}"))).isInstanceOf(RunOutcome.Stored.class);
      assertThat(right.catalogs().get(NODE).orElseThrow().json().text()).contains("2");
      assertThat(right.nodes().get(NODE).orElseThrow().produced()).isGreaterThan(before);
    }
  }

  @Test
  void aStoreThatIsAwaySaysSoInTime() {
    try (StoreConfigs stores = stores()) {
      store.setDown(true);
      assertThatThrownBy(() -> stores.store(run("{}")))
          .isInstanceOf(StoreUnavailableException.class);
      assertThat(stores.health().up()).isFalse();
      assertThat(stores.outage()).map(Outage::reason).contains("The store is away");
      store.setDown(false);
      await().atMost(Duration.ofSeconds(30)).until(() -> stores.probe().isEmpty());
      assertThat(stores.store(run("{}"))).isInstanceOf(RunOutcome.Stored.class);
    }
  }

  @Test
  void aDamagedDocumentIsNamed() {
    try (StoreConfigs stores = stores()) {
      Value junk = Value.of(Bytes.utf8("junk"));
      new MemoryBackend(store).write(new Key("facts/a"), junk, Token.ABSENT);
      assertThatThrownBy(() -> stores.facts().get(NODE))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("facts/a");
    }
  }

  @Test
  void theCheckTriesAndCountsAndLeavesNothing() {
    StoreCheck check = StoreCheck.run(StoreOptions.of("memory", Map.of(), "m"));
    assertThat(check.ok()).isTrue();
    assertThat(check.problem()).isNull();
    assertThat(check.documents()).isEmpty();
    assertThat(check.write()).isPositive();
  }
}
