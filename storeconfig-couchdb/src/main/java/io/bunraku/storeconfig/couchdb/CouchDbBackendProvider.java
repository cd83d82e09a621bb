// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;

/** {@code backend: couchdb}: a database of Apache CouchDB 3; its README lists the settings. */
public final class CouchDbBackendProvider implements StoreBackendProvider {

  /** For the service loader. */
  public CouchDbBackendProvider() {}

  @Override
  public String name() {
    return "couchdb";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of("password");
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    return new CouchDbBackend(CouchDbSettings.of(settings));
  }
}
