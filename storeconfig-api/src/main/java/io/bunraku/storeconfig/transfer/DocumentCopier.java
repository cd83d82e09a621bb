// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Token;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies one document as it is, secrets sealed. Concurrent values are merged in the source first,
 * as a master's next write would.
 */
final class DocumentCopier {
  private static final int ATTEMPTS = 10;
  private final StoreAdmin source;
  private final StoreBackend target;
  private final AtomicLong copied = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  /** The token that the source had; absent if the document is gone. */
  record Copied(Token token, boolean written) {}

  DocumentCopier(StoreAdmin source, StoreBackend target) {
    this.source = source;
    this.target = target;
  }

  long copied() {
    return copied.get();
  }

  long bytes() {
    return bytes.get();
  }

  Copied copy(Key key) {
    for (int i = 0; i < ATTEMPTS; i++) {
      Stored original = single(key);
      List<Value> wanted = original.values();
      Stored there = target.read(key);
      if (there.values().equals(wanted)) {
        return new Copied(original.token(), i > 0);
      }
      WriteOutcome outcome =
          wanted.isEmpty()
              ? target.delete(key, there.token())
              : target.write(key, wanted.get(0), there.token());
      if (outcome instanceof WriteOutcome.Written && !mayHaveSiblings(there)) {
        count(wanted);
        return new Copied(original.token(), true);
      }
    }
    throw new StoreUnavailableException("No turn to copy " + key);
  }

  /** A write over siblings is read back: another may have stood beside them. */
  private static boolean mayHaveSiblings(Stored there) {
    return there.values().size() > 1;
  }

  private Stored single(Key key) {
    Stored stored = source.documents().read(key);
    for (int i = 0; stored.values().size() > 1 && i < ATTEMPTS; i++) {
      source.heal(key);
      stored = source.documents().read(key);
    }
    if (stored.values().size() > 1) {
      throw new StoreException("The concurrent values of " + key + " could not be merged");
    }
    return stored;
  }

  private void count(List<Value> values) {
    copied.incrementAndGet();
    values.forEach(v -> bytes.addAndGet(v.bytes().size()));
  }
}
