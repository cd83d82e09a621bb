// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Circuit;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Value;

/**
 * Finds out that an outage is over: a balancer may send no requests to a master that is unfit, so
 * none would.
 */
final class Prober {
  private final StoreBackend backend;
  private final Circuit reads;
  private final Circuit writes;
  private final Key key;

  Prober(StoreBackend backend, Circuit reads, Circuit writes, String master) {
    this.backend = backend;
    this.reads = reads;
    this.writes = writes;
    this.key = Key.of("probe", master);
  }

  /** Does nothing while all is well. */
  void run() {
    if (!reads.isOpen() && !writes.isOpen()) {
      return;
    }
    try {
      Stored before = backend.read(key);
      if (writes.isOpen()) {
        backend.write(key, Value.of(Bytes.utf8("probe")), before.token());
        backend.delete(key, backend.read(key).token());
      }
    } catch (StoreException e) {
      // still away: the circuits know
    }
  }
}
