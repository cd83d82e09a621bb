// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master;

import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.ca.HostCertificate;
import io.bunraku.master.catalog.Admission;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.catalog.Claims;
import io.bunraku.master.catalog.WriteBehindRuns;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ListenAddress;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.environment.KnownGenerations;
import io.bunraku.master.environment.StoredGenerations;
import io.bunraku.master.file.BuiltInModule;
import io.bunraku.master.file.Checksums;
import io.bunraku.master.file.FileBucket;
import io.bunraku.master.file.FileServer;
import io.bunraku.master.file.Mounts;
import io.bunraku.master.http.HttpLimits;
import io.bunraku.master.http.HttpServer;
import io.bunraku.master.http.MasterServices;
import io.bunraku.master.monitor.MasterStatus;
import io.bunraku.master.monitor.MasterStatus.State;
import io.bunraku.master.node.NodeSweeper;
import io.bunraku.master.node.ServerFacts;
import io.bunraku.master.node.SpooledFacts;
import io.bunraku.master.outage.StoreDetails;
import io.bunraku.master.outage.StoreWatch;
import io.bunraku.master.report.SpooledReports;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import io.bunraku.storeconfig.spool.Spool;
import io.bunraku.storeconfig.spool.SpoolDrain;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A running master: every part made and wired here, on one page. */
public final class Master implements AutoCloseable {

  private final MasterConfig config;
  private final StoreConfigs store;
  private final Compiler compiler;
  private final CertificateAuthority authority;
  private final MasterStatus status;
  private final NodeSweeper sweeper;
  private final Spool spool;
  private final StoreWatch watch;
  private final HttpServer http;
  private @Nullable ListenAddress tls;
  private @Nullable ListenAddress plain;

  private Master(
      MasterConfig config, StoreConfigs store, Spool spool, MeterRegistry meters, Clock clock)
      throws ConfigException, IOException {
    this.config = config;
    this.store = store;
    this.spool = spool;
    authority = CertificateAuthority.of(config, store, clock);
    sweeper = new NodeSweeper(store, config.lifetimes(), clock);
    boolean serve = config.store().outage().serve();
    SpoolDrain drain = new SpoolDrain(spool, store);
    watch = new StoreWatch(store, spool, drain, serve);
    status =
        new MasterStatus(
            () -> serve || (store.outage().isEmpty() && store.health().up()),
            new StoreDetails(store, spool, meters)::now);
    compiler = Compilers.open();
    KnownGenerations generations =
        new KnownGenerations(
            new StoredGenerations(store.code(), config.options().version()), store.code());
    Environments environments = new Environments(config, new ProgramCache(), generations, null);
    CatalogService catalogs =
        catalogs(
            environments,
            new WriteBehindRuns(store, spool, drain, new Claims(generations::generation), serve),
            clock);
    http =
        new HttpServer(
            config,
            new MasterServices(
                environments,
                catalogs,
                new FileServer(
                    new Mounts(Map.of(), BuiltInModule.layOut(config.vardir())), new Checksums()),
                new FileBucket(config.vardir().resolve("bucket")),
                new SpooledFacts(store.facts(), spool, serve),
                new SpooledReports(store.reports(), spool),
                authority,
                status),
            authority::isRevoked,
            HttpLimits.defaults(),
            clock);
  }

  private CatalogService catalogs(Environments environments, WriteBehindRuns runs, Clock clock) {
    return new CatalogService(
        environments,
        Compilers.classifier(config),
        ServerFacts.of(config),
        PuppetSettings.of(config),
        config.options(),
        Compilers.over(compiler, Compilers.exports(config, store), clock),
        new Admission(Compilers.WAITING),
        runs);
  }

  /**
   * Starts a master; it answers when this returns.
   *
   * @throws ConfigException when the configuration has to be corrected
   * @throws CaException when the CA cannot be opened
   * @throws IOException when an address or a directory cannot be used
   * @throws StoreUnavailableException when the store does not answer
   */
  public static Master start(MasterConfig config) throws ConfigException, CaException, IOException {
    return start(config, Clock.systemUTC());
  }

  /** The same by another clock than the system's. */
  public static Master start(MasterConfig config, Clock clock)
      throws ConfigException, CaException, IOException {
    MeterRegistry meters = new SimpleMeterRegistry();
    StoreConfigs store = Stores.open(config, meters, clock);
    Spool spool = null;
    Master master = null;
    try {
      spool =
          Spool.open(
              config.vardir().resolve("spool"),
              config.store().outage().spool(),
              Stores.keyring(config),
              clock);
      StoreStart.require(config, store);
      store.verifyKeys();
      master = new Master(config, store, spool, meters, clock);
      master.listen();
      return master;
    } finally {
      if (master == null) {
        store.close();
        if (spool != null) {
          spool.close();
        }
      } else if (master.tls == null) {
        master.close();
      }
    }
  }

  private void listen() throws CaException, IOException {
    watch.start();
    authority.establish();
    HostCertificate host =
        HostCertificate.obtain(config.ssldir(), config.certname(), config.altNames(), authority);
    ListenAddress plainListen = config.plainListen();
    plain = plainListen == null ? null : http.startPlain(plainListen);
    ListenAddress bound = http.startTls(config.listen(), new MasterTls(host, authority));
    loadExports();
    status.enter(State.RUNNING);
    sweeper.start();
    tls = bound;
  }

  /** Probes are told that we start until all exports are known: nobody is sent here to wait. */
  private void loadExports() {
    if (!config.storeconfigs()) {
      return;
    }
    new ColdStart(store.exports(), Duration.ofSeconds(1)).run();
  }

  /** Where TLS is spoken, with the real port. */
  public ListenAddress tls() {
    if (tls == null) {
      throw new IllegalStateException("not started");
    }
    return tls;
  }

  /** Where plain HTTP is spoken, or null for nowhere. */
  public @Nullable ListenAddress plain() {
    return plain;
  }

  /** The certificate authority, for those who run in the same process. */
  public CertificateAuthority authority() {
    return authority;
  }

  /** Stops: balancers are told, what is being answered is answered, then all is closed. */
  @Override
  public void close() throws IOException {
    status.enter(State.STOPPING);
    try {
      http.close();
    } finally {
      sweeper.close();
      compiler.close();
      watch.close();
      store.close();
      spool.close();
    }
  }
}
