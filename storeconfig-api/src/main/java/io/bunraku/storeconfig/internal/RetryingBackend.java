// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tries again while the store is away. Only what certainly was not done is tried again here; an
 * unknown outcome goes up, to be settled by reading.
 */
public final class RetryingBackend implements StoreBackend {
  private final StoreBackend backend;
  private final Backoff backoff;

  /** Retries what another backend does. */
  public RetryingBackend(StoreBackend backend, Backoff backoff) {
    this.backend = backend;
    this.backoff = backoff;
  }

  private <T> T retry(Supplier<T> operation) {
    Backoff.Attempts attempts = backoff.start();
    while (true) {
      try {
        return operation.get();
      } catch (StoreUnavailableException e) {
        if (!attempts.again()) {
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
    return retry(() -> backend.read(key));
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    return retry(() -> backend.write(key, value, seen));
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return retry(() -> backend.delete(key, seen));
  }

  /** Only the beginning of a scan is retried: its entries may be consumed already. */
  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return retry(() -> backend.scan(prefix, projection));
  }

  @Override
  public <C> Optional<C> ability(Class<C> kind) {
    Optional<C> own = backend.ability(kind);
    if (kind != AtomicWrites.class) {
      return own;
    }
    return own.map(ability -> {
      AtomicWrites atomic = (AtomicWrites) ability;
      return kind.cast((AtomicWrites) writes -> retry(() -> atomic.writeAll(writes)));
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
