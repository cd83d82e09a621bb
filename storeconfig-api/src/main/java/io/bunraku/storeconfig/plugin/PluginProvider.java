// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.plugin;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;
import java.util.function.Supplier;

/** Calls a plug-in so that its driver finds its own services and classes. */
record PluginProvider(StoreBackendProvider provider, ClassLoader loader, String origin)
    implements StoreBackendProvider {

  @Override
  public String name() {
    return provider.name();
  }

  @Override
  public Set<String> secretSettings() {
    return within(provider::secretSettings);
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    try {
      return within(() -> provider.open(settings));
    } catch (LinkageError e) {
      throw new StoreException(origin + ": cannot be used: " + e, e);
    }
  }

  private <T> T within(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
