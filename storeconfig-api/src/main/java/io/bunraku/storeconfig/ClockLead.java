// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that what the store has is from later than now: the clock of this master or that of
 * another one is wrong. Stamps go on growing all the same; but expiry, the spool and certificates
 * go by clocks, so somebody has to be told, in one line now and then.
 */
final class ClockLead {
  private static final Logger LOG = LoggerFactory.getLogger(ClockLead.class);
  private static final long TOLERATED = Duration.ofSeconds(30).toMillis();
  private static final long PERIOD = Duration.ofMinutes(10).toNanos();

  private final LongSupplier nanoTime;
  private volatile long last;
  private long nextLine;

  /**
   * @param nanoTime a clock that nobody sets
   */
  ClockLead(MeterRegistry meters, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.nextLine = nanoTime.getAsLong();
    Gauge.builder("bunraku.clock.behind", this, lead -> lead.last / 1000.0)
        .description("How far ahead of this master's clock the last run of a node was stored, in s")
        .register(meters);
  }

  /**
   * A node's last run was read.
   *
   * @param stored its time, in milliseconds since 1970
   * @param now that of this master
   * @return whether somebody was told
   */
  boolean saw(Certname node, long stored, long now) {
    last = Math.max(0, stored - now);
    boolean tell = last > TOLERATED && isTurn();
    if (tell) {
      LOG.warn(
          "The last run of {} was stored {} s later than it is by this master's clock: this clock is"
              + " behind, or another master's was ahead; see to it that time is synchronised",
          node,
          last / 1000);
    }
    return tell;
  }

  private synchronized boolean isTurn() {
    long now = nanoTime.getAsLong();
    if (now - nextLine < 0) {
      return false;
    }
    nextLine = now + PERIOD;
    return true;
  }
}
