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
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.Optional;

/** Asks a gate before each write; reads pass. The gate throws where nothing may be written. */
public final class FencedBackend implements StoreBackend {
  private final StoreBackend backend;
  private final Runnable gate;

  /**
   * @param gate throws {@link io.bunraku.storeconfig.spi.StoreUnavailableException} to refuse
   */
  public FencedBackend(StoreBackend backend, Runnable gate) {
    this.backend = backend;
    this.gate = gate;
  }

  @Override
  public Traits traits() {
    return backend.traits();
  }

  @Override
  public Stored read(Key key) {
    return backend.read(key);
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    gate.run();
    return backend.write(key, value, seen);
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    gate.run();
    return backend.delete(key, seen);
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return backend.scan(prefix, projection);
  }

  @Override
  public <C> Optional<C> ability(Class<C> kind) {
    Optional<C> own = backend.ability(kind);
    if (kind == PrefixDrop.class) {
      return own.map(ability -> kind.cast(gatedDrop((PrefixDrop) ability)));
    }
    return kind != AtomicWrites.class
        ? own
        : own.map(ability -> kind.cast(gated((AtomicWrites) ability)));
  }

  private PrefixDrop gatedDrop(PrefixDrop drop) {
    return new DropThrough(
        drop,
        prefix -> {
          gate.run();
          return drop.drop(prefix);
        });
  }

  private AtomicWrites gated(AtomicWrites atomic) {
    return writes -> {
      gate.run();
      return atomic.writeAll(writes);
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
