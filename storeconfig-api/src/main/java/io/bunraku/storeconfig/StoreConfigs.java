// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.spi.Health;

/**
 * All that a master keeps. One object a process, shared by all threads. Every call of its stores
 * may throw {@link io.bunraku.storeconfig.spi.StoreUnavailableException} when the store is away
 * (after the retries that its deadline allows) and {@link
 * io.bunraku.storeconfig.spi.StoreException} when it refuses.
 */
public interface StoreConfigs extends AutoCloseable {

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

  /** Asks the backend. Never throws. */
  Health health();

  /** Frees everything. Idempotent. */
  @Override
  void close();
}
