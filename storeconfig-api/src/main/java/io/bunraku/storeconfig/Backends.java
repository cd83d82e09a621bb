// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The backends on the class path, by name. */
final class Backends {

  private Backends() {}

  static StoreBackend open(StoreOptions options) {
    return provider(options).open(settings(options));
  }

  static Map<String, String> masked(StoreOptions options) {
    return settings(options).masked(provider(options).secretSettings());
  }

  private static StoreSettings settings(StoreOptions options) {
    return new StoreSettings(options.backend(), options.settings());
  }

  private static StoreBackendProvider provider(StoreOptions options) {
    Map<String, StoreBackendProvider> known = new TreeMap<>();
    ServiceLoader.load(StoreBackendProvider.class).forEach(p -> known.put(p.name(), p));
    StoreBackendProvider provider = known.get(options.backend());
    if (provider == null) {
      throw new StoreException(
          "Unknown store backend '"
              + options.backend()
              + "', known are "
              + String.join(", ", known.keySet()));
    }
    return provider;
  }
}
