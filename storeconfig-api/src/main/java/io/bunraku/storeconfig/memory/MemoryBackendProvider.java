// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.memory;

import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes memory backends. As a service it is {@code backend: memory}, which keeps nothing and is for
 * trying things out; tests give it a store to share.
 */
public final class MemoryBackendProvider implements StoreBackendProvider {
  private final Supplier<MemoryStore> stores;

  /** Each backend has an empty store of its own. */
  public MemoryBackendProvider() {
    this(() -> new MemoryStore(ConflictModel.COMPARE_AND_SET));
  }

  /** Each backend gets its store from a supplier: the same one, to be several masters. */
  public MemoryBackendProvider(Supplier<MemoryStore> stores) {
    this.stores = stores;
  }

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of();
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    settings.allow(Set.of());
    return new MemoryBackend(stores.get());
  }
}
