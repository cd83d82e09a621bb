// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import io.bunraku.storeconfig.FactStore;
import io.bunraku.storeconfig.Put;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spool.Spool;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Facts that are sent without a run may wait where catalogs may: they carry their own time, so
 * later ones that reach the store before them stay.
 */
public final class SpooledFacts implements FactStore {
  private final FactStore store;
  private final Spool spool;
  private final boolean serve;

  /**
   * In front of a store.
   *
   * @param serve whether facts may wait; else they are refused while the store is away
   */
  public SpooledFacts(FactStore store, Spool spool, boolean serve) {
    this.store = store;
    this.spool = spool;
    this.serve = serve;
  }

  @Override
  public Put put(Facts facts) {
    try {
      return store.put(facts);
    } catch (StoreUnavailableException e) {
      if (!serve) {
        throw e;
      }
      spool.add(facts);
      return Put.WRITTEN;
    }
  }

  @Override
  public Optional<Facts> get(Certname node) {
    return store.get(node);
  }

  @Override
  public List<Certname> search(Predicate<Facts> condition) {
    return store.search(condition);
  }
}
