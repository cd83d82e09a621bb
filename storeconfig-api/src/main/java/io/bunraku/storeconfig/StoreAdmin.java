// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.ChunkingBackend;
import io.bunraku.storeconfig.internal.RetryingBackend;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.function.UnaryOperator;

/**
 * A store as tools see it: whole documents, sealed as they are, below the fence that stops masters.
 */
public final class StoreAdmin implements AutoCloseable {
  private final String name;
  private final StoreBackend raw;
  private final StoreBackend whole;
  private final Documents documents;

  /**
   * Over a backend, which is closed with it.
   *
   * @param name of the store, for people
   */
  public StoreAdmin(String name, StoreBackend backend, StoreOptions options) {
    this.name = name;
    Backoff backoff = new Backoff(options.deadline());
    this.raw = new RetryingBackend(backend, backoff);
    this.whole = new ChunkingBackend(raw, options.clock());
    this.documents = new Documents(whole, new Sealer(options.keyring()), backoff);
  }

  /** What people call this store. */
  public String name() {
    return name;
  }

  /** Its documents with their chunks joined; operations are tried again until the deadline. */
  public StoreBackend documents() {
    return whole;
  }

  /** What the backend really holds, chunks among it. */
  public StoreBackend raw() {
    return raw;
  }

  /** Which copy it is. */
  public StoreEpoch epoch() {
    return documents.read(Families.EPOCH, Families.STORE_EPOCH).value().orElse(StoreEpoch.FIRST);
  }

  /** Changes which copy it is. */
  public void change(UnaryOperator<StoreEpoch> change) {
    documents.update(
        Families.EPOCH,
        Families.STORE_EPOCH,
        seen -> change.apply(seen.value().orElse(StoreEpoch.FIRST)));
  }

  /** How long after a fence masters may still trust that there is none. */
  public static java.time.Duration lease() {
    return Fence.LEASE;
  }

  /**
   * Makes one value of concurrent ones, as a master would by its next write.
   *
   * @throws StoreException if the document is of no known kind, or its key is missing
   */
  public void heal(Key key) {
    Family<?> family = Families.of(key);
    if (family == null) {
      throw new StoreException(key + " has concurrent values, and its kind is unknown");
    }
    heal(family, key);
  }

  private <T> void heal(Family<T> family, Key key) {
    documents.update(family, key, seen -> seen.isSplit() ? seen.value().orElseThrow() : null);
  }

  @Override
  public void close() {
    whole.close();
  }
}
