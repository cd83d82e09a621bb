// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import io.bunraku.master.config.Lifetimes;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.spi.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deactivates nodes that are silent, purges those that are gone, drops old reports. Each master has
 * one; each step is a conditional write, so that several may do the same at once.
 */
public final class NodeSweeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeSweeper.class);

  private final StoreConfigs store;
  private final Lifetimes lifetimes;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("sweeper").unstarted(work));
  private @Nullable LocalDate tidied;

  /** Creates a sweeper that does nothing yet. */
  public NodeSweeper(StoreConfigs store, Lifetimes lifetimes, Clock clock) {
    this.store = store;
    this.lifetimes = lifetimes;
    this.clock = clock;
  }

  /** Begins; masters that start together do not sweep together. */
  public void start() {
    long interval = lifetimes.interval().toMillis();
    if (interval > 0) {
      var unused =
          thread.scheduleWithFixedDelay(
              this::sweepOrWarn,
              ThreadLocalRandom.current().nextLong(interval) + 1,
              interval,
              TimeUnit.MILLISECONDS);
    }
  }

  private void sweepOrWarn() {
    try {
      sweep();
    } catch (StoreException e) {
      LOG.warn("The store could not be swept, which is tried again: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("The store could not be swept", e);
    }
  }

  /** Does everything once; what is by day, once a day. */
  public void sweep() {
    long now = clock.millis();
    if (!lifetimes.node().isZero()) {
      say(
          "Deactivated, silent for " + lifetimes.node(),
          store.nodes().expire(now - lifetimes.node().toMillis()));
    }
    if (!lifetimes.purge().isZero()) {
      say("Purged", store.nodes().purgeDeactivated(now - lifetimes.purge().toMillis()));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(tidied)) {
      dropReports(today);
      store.tidy();
      tidied = today;
    }
  }

  /** A day goes when all of it is older than the limit. */
  private void dropReports(LocalDate today) {
    Duration keep = lifetimes.report();
    if (!keep.isZero()) {
      long days = keep.toDays() + (keep.equals(Duration.ofDays(keep.toDays())) ? 0 : 1);
      int dropped = store.reports().dropBefore(today.minusDays(days));
      if (dropped > 0) {
        LOG.info("Dropped {} report(s) of more than {} day(s) ago", dropped, days);
      }
    }
  }

  private static void say(String what, List<Certname> nodes) {
    for (Certname node : nodes) {
      LOG.info("{}: node {}", what, node);
    }
  }

  /** Stops, after the sweep that runs. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("The sweep of the store did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
