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
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries again while the store is away. Only what certainly was not done is tried again here; an
 * unknown outcome goes up, to be settled by reading. When nothing has been answered for a while,
 * the {@link Circuit} opens and there are no more attempts. Reads and writes have one each: a full
 * disk refuses writes only.
 */
public final class RetryingBackend implements StoreBackend {
  private final StoreBackend backend;
  private final Backoff backoff;
  private final Circuit reads;
  private final Circuit writes;
  private final Duration grace;

  /** Retries what another backend does, each time until the deadline. */
  public RetryingBackend(StoreBackend backend, Backoff backoff) {
    this(backend, backoff, Circuit.closed(), Circuit.closed());
  }

  /** Retries what another backend does; while a circuit is open, these operations try it out. */
  public RetryingBackend(StoreBackend backend, Backoff backoff, Circuit reads, Circuit writes) {
    this(backend, backoff, reads, writes, Duration.ZERO);
  }

  /**
   * Retries what another backend does.
   *
   * @param grace how long a trial of an open circuit has to be overdue until these operations make
   *     it
   */
  public RetryingBackend(
      StoreBackend backend, Backoff backoff, Circuit reads, Circuit writes, Duration grace) {
    this.grace = grace;
    this.backend = backend;
    this.backoff = backoff;
    this.reads = reads;
    this.writes = writes;
  }

  private <T> T retry(Circuit circuit, Supplier<T> operation) {
    circuit.enter(grace);
    boolean trial = circuit.isOpen();
    Backoff.Attempts attempts = backoff.start();
    while (true) {
      long began = circuit.now();
      try {
        T result = operation.get();
        circuit.succeeded();
        return result;
      } catch (StoreUnavailableException e) {
        circuit.failed(e, began);
        if (trial || circuit.isOpen()) {
          throw e;
        }
        if (!attempts.again()) {
          circuit.gaveUp(e);
          throw e;
        }
      }
    }
  }

  @Override
  public Traits traits() {
    return backend.traits();
  }

  @Override
  public Stored read(Key key) {
    return retry(reads, () -> backend.read(key));
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    return retry(writes, () -> backend.write(key, value, seen));
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return retry(writes, () -> backend.delete(key, seen));
  }

  /** Only the beginning of a scan is retried: its entries may be consumed already. */
  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return retry(reads, () -> backend.scan(prefix, projection));
  }

  @Override
  public <C> Optional<C> ability(Class<C> kind) {
    Optional<C> own = backend.ability(kind);
    if (kind == PrefixDrop.class) {
      return own.map(ability -> {
        PrefixDrop drop = (PrefixDrop) ability;
        return kind.cast(new DropThrough(drop, prefix -> retry(writes, () -> drop.drop(prefix))));
      });
    }
    if (kind != AtomicWrites.class) {
      return own;
    }
    return own.map(ability -> {
      AtomicWrites atomic = (AtomicWrites) ability;
      return kind.cast((AtomicWrites) all -> retry(writes, () -> atomic.writeAll(all)));
    });
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
