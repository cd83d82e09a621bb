// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.outage;

import io.bunraku.storeconfig.Outage;
import io.bunraku.storeconfig.Outage.Kind;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.spool.Spool;
import io.bunraku.storeconfig.spool.SpoolStatus;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Store and spool in figures: as metrics, and for {@code /status/v1/services?level=debug}. */
public final class StoreDetails {
  private final StoreConfigs store;
  private final Spool spool;
  private final MeterRegistry meters;

  /** Registers the metrics of the spool. */
  public StoreDetails(StoreConfigs store, Spool spool, MeterRegistry meters) {
    this.store = store;
    this.spool = spool;
    this.meters = meters;
    gauge("bunraku.spool.entries", "Entries that wait for the store", s -> s.entries());
    gauge("bunraku.spool.bytes", "Their size on the disk", s -> s.bytes());
    gauge(
        "bunraku.spool.age",
        "How long the oldest entry has waited, in seconds",
        s -> s.oldest().toMillis() / 1000.0);
    counter("bunraku.spool.drained", "Entries that have reached the store", s -> s.drained());
    counter("bunraku.spool.dropped", "Entries that were dropped as too old", s -> s.dropped());
    counter("bunraku.spool.damaged", "Entries that were set aside unread", s -> s.damaged());
    flag("bunraku.store.away", "1 while the store is away", kind -> kind != Kind.FENCED);
    flag(
        "bunraku.store.fenced",
        "1 while the store is fenced: it is being copied, or an older copy",
        kind -> kind == Kind.FENCED);
  }

  private void flag(String name, String description, Predicate<Kind> wanted) {
    Gauge.builder(name, store, s -> s.outage().map(Outage::kind).filter(wanted).isPresent() ? 1 : 0)
        .description(description)
        .register(meters);
  }

  /** One figure of a status. */
  private interface Figure {
    double of(SpoolStatus status);
  }

  private void gauge(String name, String description, Figure figure) {
    Gauge.builder(name, spool, s -> figure.of(s.status()))
        .description(description)
        .register(meters);
  }

  private void counter(String name, String description, Figure figure) {
    FunctionCounter.builder(name, spool, s -> figure.of(s.status()))
        .description(description)
        .register(meters);
  }

  /** The figures now; asks nobody. */
  public Map<String, Object> now() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("store", storeNow());
    details.put("spool", spoolNow());
    details.put("operations", operations());
    details.put("written", written());
    DistributionSummary runs = meters.find("bunraku.store.run.documents").summary();
    if (runs != null && runs.count() > 0) {
      details.put("documents_per_run", Math.round(runs.mean() * 100) / 100.0);
    }
    return details;
  }

  private Map<String, Object> storeNow() {
    Map<String, Object> map = new LinkedHashMap<>();
    Optional<Outage> outage = store.outage();
    map.put("state", outage.map(o -> o.kind().text()).orElse("available"));
    outage.ifPresent(o -> {
      map.put("reason", o.reason());
      map.put("seconds", o.lasts().toSeconds());
    });
    return map;
  }

  private Map<String, Object> spoolNow() {
    SpoolStatus status = spool.status();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("entries", status.entries());
    map.put("bytes", status.bytes());
    map.put("oldest_seconds", status.oldest().toSeconds());
    map.put("drained", status.drained());
    map.put("dropped", status.dropped());
    map.put("damaged", status.damaged());
    return map;
  }

  /**
   * How many documents were written since the start, by backend and the first part of their key.
   */
  private Map<String, Long> written() {
    Map<String, Long> counts = new TreeMap<>();
    for (DistributionSummary summary : meters.find("bunraku.store.written").summaries()) {
      String name = summary.getId().getTag("backend") + "/" + summary.getId().getTag("kind");
      counts.merge(name, summary.count(), Long::sum);
    }
    return counts;
  }

  /** How many operations there were since the start, by kind and outcome. */
  private Map<String, Long> operations() {
    Map<String, Long> counts = new TreeMap<>();
    for (Timer timer : meters.find("bunraku.store.operation").timers()) {
      String name = timer.getId().getTag("operation") + "/" + timer.getId().getTag("outcome");
      counts.merge(name, timer.count(), Long::sum);
    }
    return counts;
  }
}
