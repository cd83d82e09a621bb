// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.memory.Faults;
import io.bunraku.storeconfig.memory.MemoryBackendProvider;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** The kit is tested on the executable specification, in both models, with faults and without. */
class MemoryBackendTest {
  abstract static class Memory extends BackendKit {
    private final MemoryBackendProvider provider = new MemoryBackendProvider(() -> this.store);
    private MemoryStore store = newStore();

    abstract MemoryStore newStore();

    @Override
    protected StoreBackendProvider provider() {
      return provider;
    }

    @Override
    protected StoreSettings settings() {
      return new StoreSettings("memory", Map.of());
    }

    @Override
    protected void wipe() {
      store = newStore();
    }

    @Override
    protected void quiesce() {
      store.settle();
    }

    @Override
    protected Optional<StoreSettings> unreachable() {
      return Optional.empty();
    }
  }

  @Nested
  class CompareAndSet extends Memory {
    @Override
    MemoryStore newStore() {
      return new MemoryStore(ConflictModel.COMPARE_AND_SET);
    }
  }

  @Nested
  class CompareAndSetWithTransactions extends Memory {
    @Override
    MemoryStore newStore() {
      return new MemoryStore(ConflictModel.COMPARE_AND_SET, Faults.NONE, 1 << 20, true);
    }
  }

  @Nested
  class Siblings extends Memory {
    @Override
    MemoryStore newStore() {
      return new MemoryStore(ConflictModel.SIBLINGS, Faults.NONE, 64 << 10, false);
    }
  }

  @Nested
  class RoughCompareAndSet extends Memory {
    @Override
    MemoryStore newStore() {
      return new MemoryStore(
          ConflictModel.COMPARE_AND_SET, Faults.rough(Long.getLong("seed", 7)), 64 << 10, true);
    }

    @Override
    protected boolean isReliable() {
      return false;
    }
  }

  @Nested
  class RoughSiblings extends Memory {
    @Override
    MemoryStore newStore() {
      return new MemoryStore(
          ConflictModel.SIBLINGS, Faults.rough(Long.getLong("seed", 11)), 64 << 10, false);
    }

    @Override
    protected boolean isReliable() {
      return false;
    }
  }
}
