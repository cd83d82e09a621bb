// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;

/** {@code backend: riak}: a bucket of a Riak KV cluster. */
public final class RiakBackendProvider implements StoreBackendProvider {

  /** For the service loader. */
  public RiakBackendProvider() {}

  @Override
  public String name() {
    return "riak";
  }

  @Override
  public Set<String> secretSettings() {
    return Set.of(RiakSettings.PASSWORD);
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    RiakSettings read = RiakSettings.of(settings, System.getenv());
    return new RiakBackend(read, new Cluster(read));
  }
}
