// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryingBackendTest {
  private final MemoryStore store = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  private final AtomicLong now = new AtomicLong();
  private final List<Duration> pauses = new ArrayList<>();

  private RetryingBackend backend(int comesBackAfter) {
    Backoff backoff =
        new Backoff(
            Duration.ofSeconds(10),
            now::get,
            pause -> {
              pauses.add(pause);
              now.addAndGet(pause.toNanos());
              store.setDown(pauses.size() < comesBackAfter);
            });
    return new RetryingBackend(new MemoryBackend(store), backoff);
  }

  @Test
  void waitsLongerEachTimeUntilTheStoreIsBack() {
    store.setDown(true);
    assertThat(backend(12).read(new Key("a")).isAbsent()).isTrue();
    assertThat(pauses).hasSize(12);
    assertThat(pauses).allMatch(p -> p.compareTo(Duration.ofMillis(500)) <= 0);
  }

  @Test
  void givesUpAtTheDeadline() {
    store.setDown(true);
    assertThatThrownBy(() -> backend(Integer.MAX_VALUE).read(new Key("a")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(Duration.ofNanos(now.get())).isEqualTo(Duration.ofSeconds(10));
  }
}
