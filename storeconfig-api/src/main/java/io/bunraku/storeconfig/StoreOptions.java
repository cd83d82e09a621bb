// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a master uses its store, whatever the backend.
 *
 * @param backend name of the provider: {@code local}
 * @param settings of the backend
 * @param master name of this master, for stamps
 * @param keyring keys for secrets at rest, or null to store them as they are
 * @param deadline how long an operation is tried again while the store is away
 * @param bound how old the replica of exports may be before a query refreshes it
 * @param environmentsApart whether collectors see the exports of their own environment alone, so
 *     that a node's single run in another one takes nothing away
 * @param clock the time
 * @param meters where metrics go
 */
public record StoreOptions(
    String backend,
    Map<String, String> settings,
    String master,
    @Nullable Keyring keyring,
    Duration deadline,
    Duration bound,
    boolean environmentsApart,
    Clock clock,
    MeterRegistry meters) {

  /** Freezes the settings. */
  public StoreOptions {
    settings = Map.copyOf(settings);
  }

  /** Defaults: no keyring, a deadline of 10 s, a bound of 5 s, the system's clock. */
  public static StoreOptions of(String backend, Map<String, String> settings, String master) {
    return new StoreOptions(
        backend,
        settings,
        master,
        null,
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        false,
        Clock.systemUTC(),
        new SimpleMeterRegistry());
  }

  /** With keys for secrets. */
  public StoreOptions withKeyring(Keyring keys) {
    return new StoreOptions(
        backend, settings, master, keys, deadline, bound, environmentsApart, clock, meters);
  }

  /** With another age that the replica may have. */
  public StoreOptions withBound(Duration newBound) {
    return new StoreOptions(
        backend, settings, master, keyring, deadline, newBound, environmentsApart, clock, meters);
  }

  /** With another time to try for. */
  public StoreOptions withDeadline(Duration newDeadline) {
    return new StoreOptions(
        backend, settings, master, keyring, newDeadline, bound, environmentsApart, clock, meters);
  }

  /** With another clock. */
  public StoreOptions withClock(Clock newClock) {
    return new StoreOptions(
        backend, settings, master, keyring, deadline, bound, environmentsApart, newClock, meters);
  }

  /** With a registry for metrics. */
  public StoreOptions withMeters(MeterRegistry registry) {
    return new StoreOptions(
        backend, settings, master, keyring, deadline, bound, environmentsApart, clock, registry);
  }

  /** With each environment collecting its own exports alone, or all of them those of all. */
  public StoreOptions withEnvironmentsApart(boolean apart) {
    return new StoreOptions(
        backend, settings, master, keyring, deadline, bound, apart, clock, meters);
  }
}
