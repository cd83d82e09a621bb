// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.cassandra;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;

/** Makes {@code backend: cassandra}. Its settings are listed in the module's README. */
public final class CassandraBackendProvider implements StoreBackendProvider {

  @Override
  public String name() {
    return "cassandra";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of("password");
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    return new CassandraBackend(new Connection(CassandraSettings.of(settings)));
  }
}
