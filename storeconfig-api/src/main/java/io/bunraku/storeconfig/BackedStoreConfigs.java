// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.ChunkSweep;
import io.bunraku.storeconfig.internal.ChunkingBackend;
import io.bunraku.storeconfig.internal.MeteredBackend;
import io.bunraku.storeconfig.internal.RetryingBackend;
import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.util.ArrayList;
import java.util.List;

/** All stores over one backend, wired on one page. */
final class BackedStoreConfigs implements StoreConfigs {
  private final StoreBackend backend;
  private final List<ChunkSweep> sweeps = new ArrayList<>();
  private final ReplicatedExports exports;
  private final NodeStates nodes;
  private final StoredFacts facts;
  private final StoredCatalogs catalogs;
  private final StoredReports reports;
  private final StoredCode code;
  private final StoredCertificates ca;
  private final RunWriter runs;
  private final StoredKeys keys;

  BackedStoreConfigs(List<Route> routes, StoreOptions options) {
    Backoff backoff = new Backoff(options.deadline());
    this.backend = Backends.joined(routes.stream().map(r -> stacked(r, options, backoff)).toList());
    Documents documents = new Documents(backend, new Sealer(options.keyring()), backoff);
    ExportReplica replica = new ExportReplica();
    ReplicaRefresh refresh =
        new ReplicaRefresh(
            backend,
            documents,
            replica,
            options.bound(),
            System::nanoTime,
            Thread::startVirtualThread);
    this.exports = new ReplicatedExports(documents, refresh, replica, options.clock());
    this.ca = new StoredCertificates(documents);
    this.nodes = new NodeStates(documents, exports, ca, options.clock());
    this.facts = new StoredFacts(documents, nodes);
    this.catalogs = new StoredCatalogs(documents);
    this.reports = new StoredReports(documents);
    this.code =
        new StoredCode(documents, new Generations(documents, options.master(), options.clock()));
    this.runs = new RunWriter(documents, exports, options);
    this.keys = new StoredKeys(documents, options.keyring());
  }

  /** Values are cut for each backend alone: one may take what another does not. */
  private Route stacked(Route route, StoreOptions options, Backoff backoff) {
    StoreBackend metered = new MeteredBackend(route.backend(), route.name(), options.meters());
    StoreBackend patient = new RetryingBackend(metered, backoff);
    sweeps.add(new ChunkSweep(patient, options.clock()));
    return new Route(route.name(), route.prefixes(), new ChunkingBackend(patient, options.clock()));
  }

  @Override
  public FactStore facts() {
    return facts;
  }

  @Override
  public CatalogStore catalogs() {
    return catalogs;
  }

  @Override
  public ExportedResources exports() {
    return exports;
  }

  @Override
  public ReportStore reports() {
    return reports;
  }

  @Override
  public CodeStore code() {
    return code;
  }

  @Override
  public CaStore ca() {
    return ca;
  }

  @Override
  public NodeStore nodes() {
    return nodes;
  }

  @Override
  public RunOutcome store(CompiledRun run) {
    return runs.store(run);
  }

  @Override
  public void verifyKeys() {
    keys.verify();
  }

  @Override
  public int tidy() {
    return sweeps.stream().mapToInt(ChunkSweep::run).sum();
  }

  @Override
  public Health health() {
    return backend.check();
  }

  @Override
  public void close() {
    exports.close();
    backend.close();
  }
}
