// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package org.example.folder;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;

/** {@code store: {backend: folder, path: /srv/bunraku}}. */
public final class FolderBackendProvider implements StoreBackendProvider {
  @Override
  public String name() {
    return "folder";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of();
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    settings.allow(Set.of("path")); // a mistyped setting is an error, not a default
    return new FolderBackend(settings.requirePath("path")); // no I/O here
  }
}
