// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.util.List;
import java.util.Optional;

/**
 * All that a master keeps. One object a process, shared by all threads. Every call of its stores
 * may throw {@link io.bunraku.storeconfig.spi.StoreUnavailableException} when the store is away
 * (after the retries that its deadline allows) and {@link
 * io.bunraku.storeconfig.spi.StoreException} when it refuses.
 */
public interface StoreConfigs extends AutoCloseable {

  /**
   * Opens a store by the name of its backend, without any I/O: {@link #health()} tells whether it
   * answers.
   *
   * @throws io.bunraku.storeconfig.spi.StoreException if the name or a setting is unknown
   */
  static StoreConfigs open(StoreOptions options) {
    return open(Backends.builtIn(), options);
  }

  /** The same with backends of plug-ins. */
  static StoreConfigs open(Backends backends, StoreOptions options) {
    return new BackedStoreConfigs(backends.routes(options), options);
  }

  /** All stores over a given backend, which is closed with them. */
  static StoreConfigs over(StoreBackend backend, StoreOptions options) {
    return new BackedStoreConfigs(
        List.of(new Route(options.backend(), List.of(KeyPrefix.ALL), backend)), options);
  }

  /** Facts of nodes. */
  FactStore facts();

  /** Catalogs as they were given to nodes. */
  CatalogStore catalogs();

  /** What nodes export and collectors find. */
  ExportedResources exports();

  /** Reports of agent runs. */
  ReportStore reports();

  /** Environment heads and content by hash. */
  CodeStore code();

  /** Certificates and the authority's material. */
  CaStore ca();

  /** State of nodes. */
  NodeStore nodes();

  /**
   * Stores all that one compile brought, with one stamp: exports, then the catalog, then the node's
   * state (and facts, if given). Unchanged documents are not written again; where the backend can,
   * the rest is one transaction. The answer to the agent waits for this.
   */
  RunOutcome store(CompiledRun run);

  /**
   * Stores a run that its agent was given earlier, while the store was away. It counts as produced
   * then: what was stored later stays, and only the node's generations are raised to what it has
   * had. May be repeated.
   *
   * @param given when the agent got it, in milliseconds since 1970
   * @return whether its catalog stands now; false if a later one does
   */
  boolean storeLate(CompiledRun run, long given);

  /**
   * What fails at present, so that operations are refused at once, or whether the store is fenced;
   * asks nobody.
   */
  Optional<Outage> outage();

  /**
   * Tries a read, and where writes fail a write, if there is an outage, asks now and then whether
   * the store is fenced, and says what is left of it. To be called every second or so. Never
   * throws.
   */
  Optional<Outage> probe();

  /** Reads which copy of the store this is, and whether it may be written. */
  StoreEpoch epoch();

  /**
   * Makes sure that this master's keys are those that the store's secrets are encrypted with, and
   * notes the fingerprints of new ones in the store.
   *
   * @throws io.bunraku.storeconfig.spi.StoreException if another master uses other keys
   */
  void verifyKeys();

  /**
   * Purges what no document refers to any more; to be called once a day or so. Reports are dropped
   * by {@link ReportStore#dropBefore} instead.
   *
   * @return how many chunks were purged
   */
  int tidy();

  /** Asks the backend. Never throws. */
  Health health();

  /** Frees everything. Idempotent. */
  @Override
  void close();
}
