// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FenceTest {
  private final Documents documents =
      new Documents(
          new MemoryBackend(new MemoryStore(ConflictModel.COMPARE_AND_SET)),
          new Sealer(null),
          new Backoff(Duration.ofSeconds(1)));
  private final AtomicLong now = new AtomicLong();
  private final Fence fence = new Fence(documents, now::get);

  private void set(StoreEpoch epoch) {
    documents.update(Families.EPOCH, Families.STORE_EPOCH, seen -> epoch);
  }

  @Test
  void aStoreWithoutTheDocumentCanBeWritten() {
    assertThatCode(fence::requireWritable).doesNotThrowAnyException();
    assertThat(fence.read()).isEqualTo(StoreEpoch.FIRST);
  }

  @Test
  void isSeenWithinItsLeaseAndLifted() {
    fence.requireWritable();
    set(StoreEpoch.FIRST.fence("moved to s3"));
    assertThatCode(fence::requireWritable).as("still trusted").doesNotThrowAnyException();
    now.addAndGet(Fence.LEASE.toNanos());
    assertThatThrownBy(fence::requireWritable)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessage("The store is fenced, nothing is written: moved to s3");
    set(StoreEpoch.FIRST.fence("moved to s3").release());
    now.addAndGet(Fence.LEASE.toNanos());
    assertThatCode(fence::requireWritable).doesNotThrowAnyException();
  }

  @Test
  void aLowerEpochThanSeenIsRefused() {
    set(new StoreEpoch(3, 0, false, ""));
    fence.requireWritable();
    set(new StoreEpoch(2, 9, false, ""));
    now.addAndGet(Fence.LEASE.toNanos());
    assertThatThrownBy(fence::requireWritable)
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("has epoch 2 and had 3");
    assertThat(fence.outage()).map(Outage::kind).contains(Outage.Kind.FENCED);
  }

  /** A master that is told to be unfit is sent no writes: it has to look by itself. */
  @Test
  void isKnownToWhoLooksWithoutAnyWrite() {
    fence.look();
    assertThat(fence.outage()).isEmpty();
    set(StoreEpoch.FIRST.fence("moved to s3"));
    fence.look();
    assertThat(fence.outage()).as("still trusted").isEmpty();
    for (int i = 0; i < 2; i++) {
      now.addAndGet(Fence.LEASE.toNanos());
      fence.look();
    }
    assertThat(fence.outage())
        .contains(
            new Outage(
                Outage.Kind.FENCED,
                Fence.LEASE,
                "The store is fenced, nothing is written: moved to s3"));
    set(StoreEpoch.FIRST.fence("moved to s3").release());
    now.addAndGet(Fence.LEASE.toNanos());
    fence.look();
    assertThat(fence.outage()).isEmpty();
  }
}
