// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.outage.EpochMemory;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a store has to be before a master starts on it. */
final class StoreStart {
  private static final Logger LOG = LoggerFactory.getLogger(StoreStart.class);
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();
  private static final int PAUSES_A_LINE = 60;

  private StoreStart() {}

  /**
   * Asks the store. A master that serves without its store also waits for it: it may have been
   * started again in the middle of an outage, with a spool to deliver.
   *
   * @throws StoreUnavailableException if it does not answer
   * @throws io.bunraku.storeconfig.spi.StoreException if it is an older copy
   */
  static void require(MasterConfig config, StoreConfigs store) throws IOException {
    Health health = store.health();
    for (int i = 0; !health.up() && config.store().outage().serve(); i++) {
      if (i % PAUSES_A_LINE == 0) {
        LOG.warn("Waiting for the store {}: {}", Stores.describe(config), health.detail());
      }
      LockSupport.parkNanos(PAUSE);
      health = store.health();
    }
    if (!health.up()) {
      throw new StoreUnavailableException(
          "The store %s does not answer: %s".formatted(Stores.describe(config), health.detail()));
    }
    EpochMemory.check(config.vardir(), store.epoch().epoch());
  }
}
