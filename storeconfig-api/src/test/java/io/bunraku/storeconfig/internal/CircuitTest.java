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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {
  private static final Key KEY = new Key("a");
  private final MemoryStore store = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger pauses = new AtomicInteger();
  private final Circuit reads = new Circuit(Duration.ofSeconds(2), now::get);
  private final Circuit writes = new Circuit(Duration.ofSeconds(2), now::get);
  private final RetryingBackend backend =
      new RetryingBackend(
          new MemoryBackend(store),
          new Backoff(
              Duration.ofSeconds(10),
              now::get,
              pause -> {
                pauses.incrementAndGet();
                now.addAndGet(pause.toNanos());
              }),
          reads,
          writes);

  private void fails() {
    assertThatThrownBy(() -> backend.read(KEY)).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void opensLongBeforeTheDeadline() {
    store.setDown(true);
    fails();
    assertThat(Duration.ofNanos(now.get()))
        .isBetween(Duration.ofSeconds(2), Duration.ofMillis(2600));
    assertThat(reads.isOpen()).isTrue();
    assertThat(reads.reason()).isEqualTo("The store is away");
    assertThat(writes.isOpen()).isFalse();
  }

  @Test
  void failsAtOnceWhileOpenAndTriesOnceInAWhile() {
    store.setDown(true);
    fails();
    int before = pauses.get();
    long opened = now.get();
    for (int i = 0; i < 1000; i++) {
      fails();
    }
    assertThat(pauses.get()).isEqualTo(before);
    assertThat(now.get()).isEqualTo(opened);
    store.setDown(false);
    fails(); // not yet its turn
    now.addAndGet(Duration.ofMillis(501).toNanos());
    assertThat(backend.read(KEY).isAbsent()).isTrue();
    assertThat(reads.isOpen()).isFalse();
    assertThat(reads.openFor()).isZero();
  }

  @Test
  void oneAttemptThatADriverWaitedForIsEnough() {
    long began = reads.now();
    now.addAndGet(Duration.ofSeconds(5).toNanos());
    reads.failed(new StoreUnavailableException("no answer"), began);
    assertThat(reads.isOpen()).isTrue();
    assertThat(reads.openFor()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void anAnswerToAnotherMeanwhileCounts() {
    long began = reads.now();
    now.addAndGet(Duration.ofSeconds(4).toNanos());
    reads.succeeded();
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    reads.failed(new StoreUnavailableException("no answer"), began);
    assertThat(reads.isOpen()).isFalse();
  }

  @Test
  void whoLetsOthersTryFirstTriesWhenNobodyDoes() {
    store.setDown(true);
    fails();
    Duration grace = Duration.ofSeconds(15);
    for (int i = 0; i < 20; i++) {
      now.addAndGet(Duration.ofSeconds(5).toNanos());
      assertThatThrownBy(() -> reads.enter(grace)).isInstanceOf(StoreUnavailableException.class);
      reads.enter(); // somebody tries
    }
    now.addAndGet(Duration.ofSeconds(20).toNanos());
    reads.enter(grace);
    assertThatThrownBy(() -> reads.enter(grace)).isInstanceOf(StoreUnavailableException.class);
  }

  @Test
  void triesMoreSeldomTheLongerItLasts() {
    store.setDown(true);
    fails();
    int trials = 0;
    for (int i = 0; i < 600; i++) {
      now.addAndGet(Duration.ofMillis(100).toNanos());
      try {
        reads.enter();
        trials++;
      } catch (StoreUnavailableException e) {
        assertThat(e).hasMessage("The store is away");
      }
    }
    assertThat(trials).as("in a minute").isBetween(14, 19);
  }

  @Test
  void aShortOutageIsWaitedFor() {
    store.setDown(true);
    Backoff patient =
        new Backoff(
            Duration.ofSeconds(10),
            now::get,
            pause -> {
              now.addAndGet(pause.toNanos());
              store.setDown(now.get() < Duration.ofSeconds(1).toNanos());
            });
    assertThat(
            new RetryingBackend(new MemoryBackend(store), patient, reads, writes)
                .read(KEY)
                .isAbsent())
        .isTrue();
    assertThat(reads.isOpen()).isFalse();
  }
}
