// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import io.bunraku.master.catalog.Claims.Claim;
import io.bunraku.master.node.SpooledFacts;
import io.bunraku.storeconfig.CompiledRun;
import io.bunraku.storeconfig.FactStore;
import io.bunraku.storeconfig.RunOutcome;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spool.Spool;
import io.bunraku.storeconfig.spool.SpoolDrain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps runs in the store, and while it is away either refuses or, for nodes that say what code
 * they have had, keeps them in the spool. A node's runs reach the store in their order: what waits
 * goes before what is new.
 */
public final class WriteBehindRuns implements RunStore {
  private final StoreConfigs store;
  private final FactStore facts;
  private final Spool spool;
  private final SpoolDrain drain;
  private final Claims claims;
  private final boolean serve;

  /**
   * @param serve whether runs may wait in the spool
   */
  public WriteBehindRuns(
      StoreConfigs store, Spool spool, SpoolDrain drain, Claims claims, boolean serve) {
    this.store = store;
    this.facts = new SpooledFacts(store.facts(), spool, serve);
    this.spool = spool;
    this.drain = drain;
    this.claims = claims;
    this.serve = serve;
  }

  @Override
  public void put(Facts sent) {
    facts.put(sent);
  }

  @Override
  public Optional<Facts> facts(Certname node) {
    return facts.get(node);
  }

  @Override
  public long generation(Certname node, EnvironmentName environment, @Nullable Facts given) {
    Claim claim = claims.of(given, environment);
    try {
      drain.of(node);
      long stored =
          store.nodes().get(node).map((NodeState s) -> s.generation(environment)).orElse(0L);
      return claim instanceof Claim.Had had ? Math.max(stored, had.generation()) : stored;
    } catch (StoreUnavailableException e) {
      return claimed(claim, node, e);
    }
  }

  /** What a node has had by its own word, which is all there is while the store is away. */
  private long claimed(Claim claim, Certname node, StoreUnavailableException away) {
    if (!serve) {
      throw away;
    }
    return switch (claim) {
      case Claim.Had had -> had.generation();
      case Claim.Missing missing -> throw refusal(node, "does not say what code it has had", away);
      case Claim.Unknown unknown ->
          throw refusal(node, "has had code that this master does not know", away);
    };
  }

  private static StoreUnavailableException refusal(
      Certname node, String why, StoreUnavailableException away) {
    return new StoreUnavailableException(node + " " + why + "; " + away.getMessage(), away);
  }

  @Override
  public RunOutcome store(CompiledRun run, @Nullable Facts given) {
    try {
      drain.of(run.node());
      return store.store(run);
    } catch (StoreUnavailableException e) {
      long had = claimed(claims.of(given, run.environment()), run.node(), e);
      if (had > run.generation()) {
        return new RunOutcome.Stale(had);
      }
      spool.add(run);
      return new RunOutcome.Spooled();
    }
  }
}
