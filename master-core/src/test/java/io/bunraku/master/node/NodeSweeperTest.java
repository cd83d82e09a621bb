// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.master.config.Lifetimes;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.spi.ConflictModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeSweeperTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final Certname NODE = new Certname("web1");
  private final MemoryStore memory = new MemoryStore(ConflictModel.COMPARE_AND_SET);

  private StoreConfigs store(Clock clock) {
    return StoreConfigs.over(
        new MemoryBackend(memory), StoreOptions.of("memory", Map.of(), "m").withClock(clock));
  }

  private static Clock after(Duration time) {
    return Clock.fixed(START.plus(time), ZoneOffset.UTC);
  }

  private void sweep(Duration when, String... lifetimes) {
    Clock clock = after(when);
    try (StoreConfigs store = store(clock);
        NodeSweeper sweeper =
            new NodeSweeper(
                store,
                new Lifetimes(
                    Duration.parse(lifetimes[0]),
                    Duration.parse(lifetimes[1]),
                    Duration.parse(lifetimes[2]),
                    Duration.ofHours(1)),
                clock)) {
      sweeper.sweep();
    }
  }

  private Optional<NodeState> state() {
    try (StoreConfigs store = store(after(Duration.ZERO))) {
      return store.nodes().get(NODE);
    }
  }

  @Test
  void aSilentNodeIsDeactivatedThenPurged() {
    try (StoreConfigs store = store(after(Duration.ZERO))) {
      store.facts().put(new Facts(NODE, null, Map.of("a", "b"), START.toEpochMilli(), "m"));
    }
    sweep(Duration.ofDays(6), "P7D", "P14D", "P14D");
    assertThat(state().orElseThrow().isActive()).isTrue();
    sweep(Duration.ofDays(30), "PT0S", "PT0S", "PT0S");
    assertThat(state().orElseThrow().isActive()).isTrue();
    sweep(Duration.ofDays(8), "P7D", "P14D", "P14D");
    assertThat(state().orElseThrow().isActive()).isFalse();
    sweep(Duration.ofDays(23), "P7D", "P14D", "P14D");
    assertThat(state()).isEmpty();
  }

  @Test
  void reportsGoByWholeDays() {
    try (StoreConfigs store = store(after(Duration.ZERO))) {
      for (int day = 0; day < 4; day++) {
        long received = START.plus(Duration.ofDays(day)).toEpochMilli();
        store
            .reports()
            .put(
                new Report(
                    NODE, "id" + day, received, "changed", null, false, Bytes.utf8("{}" + day)));
      }
    }
    sweep(Duration.ofDays(3), "PT0S", "PT0S", "PT36H");
    try (StoreConfigs store = store(after(Duration.ZERO))) {
      LocalDate first = LocalDate.ofInstant(START, ZoneOffset.UTC);
      assertThat(store.reports().list(NODE, first, first.plusDays(5)))
          .extracting(head -> head.id())
          .containsExactly("id3", "id2", "id1");
    }
  }
}
