// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Backoff;
import io.bunraku.storeconfig.internal.ChunkSweep;
import io.bunraku.storeconfig.internal.ChunkingBackend;
import io.bunraku.storeconfig.internal.Circuit;
import io.bunraku.storeconfig.internal.FencedBackend;
import io.bunraku.storeconfig.internal.MeteredBackend;
import io.bunraku.storeconfig.internal.RetryingBackend;
import io.bunraku.storeconfig.internal.Sealer;
import io.bunraku.storeconfig.spi.Health;
import io.bunraku.storeconfig.spi.StoreBackend;
import java.time.Duration;
import java.util.Optional;

/** All stores over one backend, wired on one page. */
final class BackedStoreConfigs implements StoreConfigs {
  private final StoreBackend backend;
  private final Circuit reads;
  private final Circuit writes;
  private final Fence fence;
  private final Prober prober;
  private final ChunkSweep sweep;
  private final ReplicatedExports exports;
  private final NodeStates nodes;
  private final StoredFacts facts;
  private final StoredCatalogs catalogs;
  private final StoredReports reports;
  private final StoredCode code;
  private final StoredCertificates ca;
  private final RunWriter runs;

  BackedStoreConfigs(StoreBackend plain, StoreOptions options) {
    Backoff backoff = new Backoff(options.deadline());
    StoreBackend metered = new MeteredBackend(plain, options.backend(), options.meters());
    Duration patience = options.deadline().dividedBy(5);
    this.reads = new Circuit(patience, System::nanoTime);
    this.writes = new Circuit(patience, System::nanoTime);
    StoreBackend patient = new RetryingBackend(metered, backoff, reads, writes);
    this.fence = new Fence(new Documents(patient, new Sealer(null), backoff), System::nanoTime);
    StoreBackend fenced = new FencedBackend(patient, fence::requireWritable);
    this.prober = new Prober(fenced, reads, writes, options.master());
    this.sweep = new ChunkSweep(fenced, options.clock());
    this.backend = new ChunkingBackend(fenced, options.clock());
    Documents documents = new Documents(backend, new Sealer(options.keyring()), backoff);
    ExportReplica replica = new ExportReplica();
    ReplicaRefresh refresh =
        new ReplicaRefresh(backend, documents, replica, options.bound(), System::nanoTime);
    this.exports = new ReplicatedExports(documents, refresh, replica, options.clock());
    this.nodes = new NodeStates(documents, exports, options.clock());
    this.facts = new StoredFacts(documents, nodes);
    this.catalogs = new StoredCatalogs(documents);
    this.reports = new StoredReports(documents);
    this.code =
        new StoredCode(documents, new Generations(documents, options.master(), options.clock()));
    this.ca = new StoredCertificates(documents);
    this.runs = new RunWriter(documents, exports, options.master(), options.clock());
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

  @Override
  public Optional<Outage> outage() {
    return Outage.of(reads, writes);
  }

  @Override
  public Optional<Outage> probe() {
    prober.run();
    return outage();
  }

  @Override
  public StoreEpoch epoch() {
    return fence.read();
  }

  @Override
  public int tidy() {
    return sweep.run();
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
