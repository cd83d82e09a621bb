// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PrefixDrop;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Measures each operation: timer {@code bunraku.store.operation} with the tags backend, operation
 * and outcome; and {@code bunraku.store.written} with the tags backend and kind, the first segment
 * of the key: how many documents were written, and their bytes.
 */
public final class MeteredBackend implements StoreBackend {
  private final StoreBackend backend;
  private final MeterRegistry meters;
  private final String name;
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final Map<String, DistributionSummary> written = new ConcurrentHashMap<>();

  private record Series(String operation, String outcome) {}

  /** Measures what another backend does. */
  public MeteredBackend(StoreBackend backend, String name, MeterRegistry meters) {
    this.backend = backend;
    this.name = name;
    this.meters = meters;
  }

  /** Documents that were written, not attempts that lost a race. */
  private void wrote(Key key, Value value, WriteOutcome outcome) {
    if (outcome instanceof WriteOutcome.Conflict) {
      return;
    }
    String path = key.path();
    written
        .computeIfAbsent(
            path.substring(0, Math.max(0, path.indexOf('/'))),
            kind ->
                DistributionSummary.builder("bunraku.store.written")
                    .description("Size of the values that are written to the store")
                    .baseUnit("bytes")
                    .tag("backend", name)
                    .tag("kind", kind)
                    .register(meters))
        .record(value.bytes().size());
  }

  private Timer timer(Series series) {
    return timers.computeIfAbsent(
        series,
        s ->
            Timer.builder("bunraku.store.operation")
                .description("Operations of the store's backend")
                .tag("backend", name)
                .tag("operation", s.operation())
                .tag("outcome", s.outcome())
                .register(meters));
  }

  private <T> T measure(String operation, Function<T, String> outcome, Supplier<T> work) {
    long start = System.nanoTime();
    String ended = "refused";
    try {
      T result = work.get();
      ended = outcome.apply(result);
      return result;
    } catch (StoreUnavailableException e) {
      ended = "unavailable";
      throw e;
    } finally {
      timer(new Series(operation, ended)).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  private static String outcome(WriteOutcome outcome) {
    return switch (outcome) {
      case WriteOutcome.Written w -> "ok";
      case WriteOutcome.Conflict c -> "conflict";
      case WriteOutcome.Unknown u -> "unknown";
    };
  }

  @Override
  public Traits traits() {
    return backend.traits();
  }

  @Override
  public Stored read(Key key) {
    return measure("read", r -> "ok", () -> backend.read(key));
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    WriteOutcome outcome =
        measure("write", MeteredBackend::outcome, () -> backend.write(key, value, seen));
    wrote(key, value, outcome);
    return outcome;
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return measure("delete", MeteredBackend::outcome, () -> backend.delete(key, seen));
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return measure("scan", r -> "ok", () -> backend.scan(prefix, projection));
  }

  @Override
  public <C> Optional<C> ability(Class<C> kind) {
    Optional<C> own = backend.ability(kind);
    if (kind == PrefixDrop.class) {
      return own.map(ability -> kind.cast(measuredDrop((PrefixDrop) ability)));
    }
    return kind != AtomicWrites.class
        ? own
        : own.map(ability -> kind.cast(measured((AtomicWrites) ability)));
  }

  private PrefixDrop measuredDrop(PrefixDrop drop) {
    return new DropThrough(
        drop, prefix -> measure("drop", dropped -> "ok", () -> drop.drop(prefix)));
  }

  private AtomicWrites measured(AtomicWrites atomic) {
    return writes -> {
      List<WriteOutcome> outcomes =
          measure("write-all", r -> outcome(r.get(0)), () -> atomic.writeAll(writes));
      writes.forEach(w -> wrote(w.key(), w.value(), outcomes.get(0)));
      return outcomes;
    };
  }

  @Override
  public Health check() {
    return backend.check();
  }

  @Override
  public void close() {
    backend.close();
  }
}
