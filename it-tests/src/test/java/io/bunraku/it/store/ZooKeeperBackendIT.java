// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import io.bunraku.storeconfig.spi.StoreBackendProvider;
import io.bunraku.storeconfig.spi.StoreSettings;
import io.bunraku.storeconfig.tck.BackendKit;
import io.bunraku.storeconfig.zookeeper.ZooKeeperBackendProvider;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The kit on ZooKeeper. */
class ZooKeeperBackendIT extends BackendKit {
  @TempDir static @Nullable Path dir;
  private static @Nullable ZooKeeperUnderTest zookeeper;

  @BeforeAll
  static void startZooKeeper() throws InterruptedException {
    zookeeper = ZooKeeperUnderTest.start(Objects.requireNonNull(dir));
    LoggerFactory.getLogger(ZooKeeperBackendIT.class)
        .info("The kit runs on ZooKeeper: {}", zookeeper.describe());
  }

  @AfterAll
  static void stopZooKeeper() {
    zookeeper().close();
  }

  private static ZooKeeperUnderTest zookeeper() {
    return Objects.requireNonNull(zookeeper);
  }

  @Override
  protected StoreBackendProvider provider() {
    return new ZooKeeperBackendProvider();
  }

  @Override
  protected StoreSettings settings() {
    return zookeeper().settings();
  }

  @Override
  protected void wipe() {
    zookeeper().wipe();
  }

  @Override
  protected Optional<StoreSettings> unreachable() {
    String nobody = "127.0.0.1:" + EngineProcess.freePort();
    return Optional.of(
        new StoreSettings("zookeeper", Map.of("servers", nobody, "connect-timeout-ms", "500")));
  }
}
