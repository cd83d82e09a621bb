// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.ChunkSweep;
import io.bunraku.storeconfig.internal.ChunkingBackend;
import io.bunraku.storeconfig.internal.Circuit;
import io.bunraku.storeconfig.internal.FencedBackend;
import io.bunraku.storeconfig.internal.MeteredBackend;
import io.bunraku.storeconfig.internal.RetryingBackend;
import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.time.Duration;
import java.util.Optional;

/**
 * What lies over the backend of one route. Each has its own: one backend takes values that another
 * does not, and may be away while another answers.
 */
final class RouteLayers {
  private static final int PATIENCE = 5;
  private final Route route;
  private final StoreOptions options;
  private final Circuit reads;
  private final Circuit writes;
  private final StoreBackend patient;
  private final Prober prober;
  private final ChunkSweep sweep;

  RouteLayers(Route route, StoreOptions options, Backoff backoff) {
    this.route = route;
    this.options = options;
    Duration patience = options.deadline().dividedBy(PATIENCE);
    this.reads = new Circuit(patience, System::nanoTime);
    this.writes = new Circuit(patience, System::nanoTime);
    StoreBackend metered = new MeteredBackend(route.backend(), route.name(), options.meters());
    this.patient = new RetryingBackend(metered, backoff, reads, writes);
    this.prober = new Prober(patient, reads, writes, options.master());
    this.sweep = new ChunkSweep(patient, options.clock());
  }

  /** The backend with retries, fenced or not: the fence itself is read by it. */
  StoreBackend patient() {
    return patient;
  }

  /**
   * The route as documents see it.
   *
   * @param writable throws while nothing may be written
   */
  Route fenced(Runnable writable) {
    StoreBackend fenced = new FencedBackend(patient, writable);
    return new Route(route.name(), route.prefixes(), new ChunkingBackend(fenced, options.clock()));
  }

  Optional<Outage> outage() {
    return Outage.of(reads, writes);
  }

  void probe() {
    prober.run();
  }

  /** Purges chunks that no document refers to; returns how many. */
  int sweep() {
    return sweep.run();
  }
}
