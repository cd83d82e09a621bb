// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.memory;

import io.bunraku.storeconfig.spi.AtomicWrites;
import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PrefixDrop;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.time.Duration;
import java.util.Optional;

/**
 * The executable specification of a backend: one client of a {@link MemoryStore}. Several clients
 * of one store are several masters.
 */
public final class MemoryBackend implements StoreBackend {
  private final MemoryStore store;
  private volatile boolean closed;

  /** A client of a store. */
  public MemoryBackend(MemoryStore store) {
    this.store = store;
  }

  @Override
  public Traits traits() {
    return new Traits(store.model(), store.maxValueBytes(), Duration.ZERO, Duration.ZERO);
  }

  @Override
  public Stored read(Key key) {
    requireOpen();
    return store.read(key);
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    requireOpen();
    if (value.bytes().size() > store.maxValueBytes()) {
      throw new StoreException("The value of " + key + " is too large for this store");
    }
    return store.write(key, value, seen);
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    requireOpen();
    return store.write(key, null, seen);
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    requireOpen();
    return Cursor.of(store.scan(prefix, projection).iterator());
  }

  @Override
  public <C> Optional<C> ability(Class<C> kind) {
    if (kind == ChangeFeed.class) {
      return Optional.of(kind.cast((ChangeFeed) store::watch));
    }
    if (kind == AtomicWrites.class && store.isAtomic()) {
      return Optional.of(kind.cast((AtomicWrites) store::writeAll));
    }
    if (kind == PrefixDrop.class) {
      return Optional.of(kind.cast((PrefixDrop) store::drop));
    }
    return Optional.empty();
  }

  @Override
  public Health check() {
    boolean up = !closed && !store.isDown();
    return new Health(up, up ? "in memory, nothing is kept" : "closed or away", Duration.ZERO);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new StoreUnavailableException("The store is closed");
    }
  }
}
