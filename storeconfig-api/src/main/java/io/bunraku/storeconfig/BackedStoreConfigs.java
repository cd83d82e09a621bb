// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.RouteLayers.Patient;
import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.RoutingBackend.Route;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.util.List;
import java.util.Optional;

/** All stores over one backend, wired on one page. */
final class BackedStoreConfigs implements StoreConfigs {
  private final StoreBackend backend;
  private final Fence fence;
  private final List<RouteLayers> layers;
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
    List<Patient> patient = routes.stream().map(r -> new Patient(r, options, backoff)).toList();
    Documents unfenced = new Documents(patient.get(0).backend(), new Sealer(null), backoff);
    this.fence = new Fence(unfenced, System::nanoTime);
    this.layers =
        patient.stream().map(p -> new RouteLayers(p, options, fence::requireWritable)).toList();
    this.backend = Backends.joined(layers.stream().map(RouteLayers::route).toList());
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
  public boolean storeLate(CompiledRun run, long given) {
    return runs.storeLate(run, given);
  }

  /** One route that is away is enough. */
  @Override
  public Optional<Outage> outage() {
    return layers.stream().flatMap(l -> l.outage().stream()).findFirst().or(fence::outage);
  }

  @Override
  public Optional<Outage> probe() {
    layers.forEach(RouteLayers::probe);
    fence.look();
    return outage();
  }

  @Override
  public StoreEpoch epoch() {
    return fence.read();
  }

  @Override
  public void verifyKeys() {
    keys.verify();
  }

  @Override
  public int tidy() {
    return layers.stream().mapToInt(RouteLayers::sweep).sum();
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
