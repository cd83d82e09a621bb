// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.storeconfig.ExportedResources;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all exported resources before a master is ready. That can take so long on a large store
 * that a connection breaks meanwhile: then it goes on by itself.
 */
final class ColdStart {
  private static final Logger LOG = LoggerFactory.getLogger(ColdStart.class);
  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long WARNING_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final ExportedResources exports;
  private final Duration pause;
  private final AtomicLong said = new AtomicLong(System.nanoTime());
  private long warned = System.nanoTime() - WARNING_NANOS;

  /**
   * @param pause between attempts
   */
  ColdStart(ExportedResources exports, Duration pause) {
    this.exports = exports;
    this.pause = pause;
  }

  /**
   * Returns when all are known.
   *
   * @throws io.bunraku.storeconfig.spi.StoreException what another attempt would not help with
   */
  void run() {
    long began = System.nanoTime();
    int resources = read();
    LOG.info(
        "Read {} exported resources in {} ms", resources, (System.nanoTime() - began) / 1_000_000);
  }

  private int read() {
    while (true) {
      try {
        return exports.load(this::tell);
      } catch (StoreUnavailableException e) {
        warn(e);
        LockSupport.parkNanos(pause.toNanos());
      }
    }
  }

  /** Called by several threads. */
  private void tell(int documents) {
    long now = System.nanoTime();
    long last = said.get();
    if (now - last > PROGRESS_NANOS && said.compareAndSet(last, now)) {
      LOG.info("Reading exported resources: those of {} nodes so far", documents);
    }
  }

  private void warn(StoreUnavailableException e) {
    long now = System.nanoTime();
    if (now - warned >= WARNING_NANOS) {
      warned = now;
      LOG.warn(
          "Reading exported resources is tried again, not ready until then: {}", e.getMessage());
    }
  }
}
