// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.outage;

import io.bunraku.storeconfig.Outage;
import io.bunraku.storeconfig.Outage.Kind;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spool.Spool;
import io.bunraku.storeconfig.spool.SpoolDrain;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second whether the store is away or back, says so in one line each, and carries what
 * waits in the spool to it.
 */
public final class StoreWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final StoreConfigs store;
  private final Spool spool;
  private final SpoolDrain drain;
  private final boolean serve;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable Kind before;
  private Duration lasted = Duration.ZERO;
  private long nextDrain = System.nanoTime();
  private Duration wait = PERIOD;

  /**
   * @param serve whether catalogs go on meanwhile
   */
  public StoreWatch(StoreConfigs store, Spool spool, SpoolDrain drain, boolean serve) {
    this.store = store;
    this.spool = spool;
    this.drain = drain;
    this.serve = serve;
    this.thread = Thread.ofVirtual().name("store-watch").unstarted(this::run);
  }

  /** Begins to look. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopped.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // told to stop
    }
  }

  private void look() {
    try {
      Optional<Outage> outage = store.probe();
      tell(outage);
      if (outage.isEmpty() && !spool.isEmpty() && System.nanoTime() - nextDrain >= 0) {
        carry();
      }
    } catch (RuntimeException e) {
      LOG.error("The watch over the store goes on after a failure", e);
    }
  }

  private void tell(Optional<Outage> outage) {
    Kind now = outage.map(Outage::kind).orElse(null);
    if (outage.isPresent() && isNews(outage.get().kind())) {
      LOG.warn(
          "The store is {}: {}; {}",
          outage.get().kind().text(),
          outage.get().reason(),
          serve ? "catalogs and reports go to the spool" : "catalogs are refused, reports spooled");
    } else if (now == null && before != null) {
      String what = before == Kind.FENCED ? "can be written again" : "is back";
      LOG.info("The store {} after {} s", what, lasted.toSeconds());
    }
    before = now;
    lasted = outage.map(Outage::lasts).orElse(Duration.ZERO);
  }

  /** Whether it is away for writes or in whole may change; that is one outage. */
  private boolean isNews(Kind now) {
    return before == null || (before == Kind.FENCED) != (now == Kind.FENCED);
  }

  /** What the store refuses is tried again, too, but ever more seldom. */
  private void carry() {
    long before = spool.status().drained();
    boolean clean = false;
    try {
      clean = drain.all() == 0;
    } catch (StoreUnavailableException e) {
      LOG.debug("The spool waits: {}", e.getMessage());
    }
    long carried = spool.status().drained() - before;
    if (carried > 0) {
      LOG.info("{} entries of the spool have reached the store", carried);
    }
    wait = clean || carried > 0 ? PERIOD : min(wait.multipliedBy(2), LONGEST_WAIT);
    nextDrain = System.nanoTime() + wait.toNanos();
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  /** Stops looking; what waits stays on the disk. */
  @Override
  public void close() {
    stopped.countDown();
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
