// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.zookeeper;

import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import java.util.Set;

/** {@code backend: zookeeper}: an Apache ZooKeeper ensemble. */
public final class ZooKeeperBackendProvider implements StoreBackendProvider {

  /** For the service loader. */
  public ZooKeeperBackendProvider() {}

  @Override
  public String name() {
    return "zookeeper";
  }

  @Override
  public Set<String> secretSettings() {
    return ZooKeeperSettings.SECRET;
  }

  @Override
  public StoreBackend open(StoreSettings settings) {
    ZooKeeperSettings own = ZooKeeperSettings.of(settings);
    return new ZooKeeperBackend(new Connection(own), new Layout(own.path()));
  }
}
