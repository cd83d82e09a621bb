// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;

/** {@code backend: local}: one SQLite file, given by the setting {@code path}. */
public final class LocalBackendProvider implements StoreBackendProvider {

  /** For the service loader. */
  public LocalBackendProvider() {}

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of();
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    settings.allow(Set.of("path"));
    return new LocalBackend(new Database(settings.requirePath("path")));
  }
}
