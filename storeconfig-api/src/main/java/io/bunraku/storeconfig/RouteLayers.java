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
  private final Patient patient;
  private final Prober prober;
  private final ChunkSweep sweep;
  private final Route route;

  /** The lower half, without the fence: the fence itself is read by it. */
  static final class Patient {
    private static final int PATIENCE = 5;

    /** Requests are not held up by trials while something probes; longer than its trial takes. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Route route;
    private final Circuit reads;
    private final Circuit writes;
    private final StoreBackend backend;
    private final StoreBackend probed;

    Patient(Route route, StoreOptions options, Backoff backoff) {
      this.route = route;
      Duration patience = options.deadline().dividedBy(PATIENCE);
      this.reads = new Circuit(patience, System::nanoTime);
      this.writes = new Circuit(patience, System::nanoTime);
      StoreBackend metered = new MeteredBackend(route.backend(), route.name(), options.meters());
      this.backend = new RetryingBackend(metered, backoff, reads, writes, GRACE);
      this.probed = new RetryingBackend(metered, backoff, reads, writes);
    }

    StoreBackend backend() {
      return backend;
    }
  }

  /**
   * Lays the rest over a route; what writes by itself writes through the fence too.
   *
   * @param writable throws while nothing may be written
   */
  RouteLayers(Patient patient, StoreOptions options, Runnable writable) {
    this.patient = patient;
    StoreBackend fenced = new FencedBackend(patient.backend(), writable);
    this.prober =
        new Prober(
            new FencedBackend(patient.probed, writable),
            patient.reads,
            patient.writes,
            options.master());
    this.sweep = new ChunkSweep(fenced, options.clock());
    this.route =
        new Route(
            patient.route.name(),
            patient.route.prefixes(),
            new ChunkingBackend(fenced, options.clock()));
  }

  /** The route as documents see it. */
  Route route() {
    return route;
  }

  Optional<Outage> outage() {
    return Outage.of(patient.reads, patient.writes);
  }

  void probe() {
    prober.run();
  }

  /** Purges chunks that no document refers to; returns how many. */
  int sweep() {
    return sweep.run();
  }
}
