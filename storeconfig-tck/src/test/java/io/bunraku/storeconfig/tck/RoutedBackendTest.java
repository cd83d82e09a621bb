// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.internal.RoutingBackend;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** Several backends as one keep all laws too. */
class RoutedBackendTest {
  abstract static class Routed extends BackendKit implements StoreBackendProvider {
    private List<MemoryStore> stores = newStores();

    abstract List<MemoryStore> newStores();

    @Override
    public String name() {
      return "routed";
    }

    @Override
    public Set<String> secretSettings() {
      return Set.of();
    }

    @Override
    public StoreBackend open(StoreSettings settings) {
      settings.allow(Set.of());
      return new RoutingBackend(
          List.of(
              route(0, ""),
              route(1, "exports/", "facts/a/", "ca/", "many/"),
              route(2, "node/", "ca/requests/")));
    }

    private RoutingBackend.Route route(int store, String... prefixes) {
      return new RoutingBackend.Route(
          "memory" + store,
          List.of(prefixes).stream().map(KeyPrefix::new).toList(),
          new MemoryBackend(stores.get(store)));
    }

    @Override
    protected StoreBackendProvider provider() {
      return this;
    }

    @Override
    protected StoreSettings settings() {
      return new StoreSettings("routed", java.util.Map.of());
    }

    @Override
    protected void wipe() {
      stores = newStores();
    }

    @Override
    protected Optional<StoreSettings> unreachable() {
      return Optional.empty();
    }
  }

  @Nested
  class CompareAndSet extends Routed {
    @Override
    List<MemoryStore> newStores() {
      return List.of(
          new MemoryStore(ConflictModel.COMPARE_AND_SET),
          new MemoryStore(ConflictModel.COMPARE_AND_SET),
          new MemoryStore(ConflictModel.COMPARE_AND_SET));
    }
  }

  @Nested
  class Siblings extends Routed {
    @Override
    List<MemoryStore> newStores() {
      return List.of(
          new MemoryStore(ConflictModel.SIBLINGS),
          new MemoryStore(ConflictModel.SIBLINGS),
          new MemoryStore(ConflictModel.SIBLINGS));
    }
  }
}
