// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Traits;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;

/** A backend that says that it takes only small values. */
record Narrow(StoreBackend backend, long largest) implements StoreBackend {

  @Override
  public Traits traits() {
    Traits own = backend.traits();
    return new Traits(
        own.conflicts(),
        Math.min(largest, own.maxValueBytes()),
        own.readStaleness(),
        own.scanStaleness());
  }

  @Override
  public Stored read(Key key) {
    return backend.read(key);
  }

  @Override
  public WriteOutcome write(Key key, Value value, Token seen) {
    return backend.write(key, value, seen);
  }

  @Override
  public WriteOutcome delete(Key key, Token seen) {
    return backend.delete(key, seen);
  }

  @Override
  public Cursor<Entry> scan(KeyPrefix prefix, Projection projection) {
    return backend.scan(prefix, projection);
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
