// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.master.ca.Autosigner;
import io.bunraku.master.ca.CaSettings;
import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.ca.CsrPolicy;
import io.bunraku.master.ca.Passphrase;
import io.bunraku.master.catalog.Admission;
import io.bunraku.master.catalog.CatalogCompiler;
import io.bunraku.master.catalog.CatalogService;
import io.bunraku.master.catalog.Claims;
import io.bunraku.master.catalog.WriteBehindRuns;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.ListenAddress;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.environment.KnownGenerations;
import io.bunraku.master.environment.StoredGenerations;
import io.bunraku.master.file.Checksums;
import io.bunraku.master.file.FileBucket;
import io.bunraku.master.file.FileServer;
import io.bunraku.master.file.Mounts;
import io.bunraku.master.monitor.MasterStatus;
import io.bunraku.master.node.NodeClassification;
import io.bunraku.master.node.NodeClassifier;
import io.bunraku.master.node.ServerFacts;
import io.bunraku.master.node.SpooledFacts;
import io.bunraku.master.outage.StoreDetails;
import io.bunraku.master.report.SpooledReports;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.spi.ConflictModel;
import io.bunraku.storeconfig.spool.Spool;
import io.bunraku.storeconfig.spool.SpoolDrain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The HTTP API on loopback over a store in memory, with a compiler that makes fake catalogs. */
final class TestMaster implements AutoCloseable {

  final Path directory;
  final MasterConfig config;
  final StoreConfigs store;
  final CertificateAuthority authority;
  final MasterStatus status;
  final MemoryStore memory = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  final Spool spool;
  final SpoolDrain drain;
  final HttpServer http;
  final ListenAddress address;
  final HttpClient client = HttpClient.newHttpClient();

  /** What the store counts. */
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /** Who classifies; tests may change it. */
  volatile NodeClassifier classifier = NodeClassifier.PLAIN;

  /** Who compiles; tests may change it. */
  volatile CatalogCompiler compiler =
      (request, loader) ->
          new CompileResult(
              new FakeCatalog(request, "0753b0b2-00f0-48c6-b386-d35d635a6830"), List.of());

  /** Starts with a trusted loopback, on which headers tell who asks. */
  TestMaster(Path directory, String... overrides) throws Exception {
    this.directory = directory;
    write("code/environments/production/manifests/site.pp", "notice(1)");
    List<String> settings =
        new ArrayList<>(
            List.of(
                "certname=master.example.com",
                "codedir=" + directory.resolve("code"),
                "vardir=" + directory.resolve("var"),
                "ssldir=" + directory.resolve("ssl"),
                "basemodulepath=" + directory.resolve("code/modules"),
                "trusted-proxies=127.0.0.1/32"));
    settings.addAll(List.of(overrides));
    config = ConfigLoader.load(null, settings);
    store =
        StoreConfigs.over(
            new MemoryBackend(memory),
            StoreOptions.of("memory", Map.of(), "master.example.com").withMeters(meters));
    spool =
        Spool.open(
            config.vardir().resolve("spool"),
            config.store().outage().spool(),
            null,
            Clock.systemUTC());
    drain = new SpoolDrain(spool, store);
    status = new MasterStatus(() -> true, new StoreDetails(store, spool, meters)::now);
    authority = authority();
    http =
        new HttpServer(
            config,
            services(),
            authority::isRevoked,
            new HttpLimits(1024 * 1024, 8192, Duration.ofSeconds(20)),
            Clock.systemUTC());
    status.enter(MasterStatus.State.RUNNING);
    address = http.startPlain(new ListenAddress("127.0.0.1", 0));
  }

  private CertificateAuthority authority() {
    return new CertificateAuthority(
        store.ca(),
        new CaSettings(
            "Puppet CA: test",
            Duration.ofDays(10),
            Duration.ofDays(10),
            2048,
            new CsrPolicy(false, false),
            Autosigner.of(config.autosign())),
        Passphrase.in(config.vardir()),
        Clock.systemUTC());
  }

  private MasterServices services() {
    KnownGenerations generations =
        new KnownGenerations(
            new StoredGenerations(store.code(), LanguageVersion.PUPPET_8), store.code());
    Environments environments = new Environments(config, new ProgramCache(), generations, null);
    return new MasterServices(
        environments,
        new CatalogService(
            environments,
            this::classify,
            new ServerFacts(LanguageVersion.PUPPET_8, "master.example.com", Map.of()),
            Map.of(),
            config.options(),
            (request, loader) -> compiler.compile(request, loader),
            new Admission(4),
            new WriteBehindRuns(
                store,
                spool,
                drain,
                new Claims(generations::generation),
                config.store().outage().serve())),
        new FileServer(new Mounts(Map.of()), new Checksums()),
        new FileBucket(directory.resolve("bucket")),
        new SpooledFacts(store.facts(), spool, config.store().outage().serve()),
        new SpooledReports(store.reports(), spool),
        authority,
        status);
  }

  private NodeClassification classify(String certname)
      throws io.bunraku.master.node.ClassificationException {
    return classifier.classify(certname);
  }

  void write(String path, String text) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + address.port() + path);
  }

  /** A request of somebody whom a trusted balancer has authenticated. */
  HttpRequest.Builder as(String certname, String path) {
    return anonymous(path)
        .header("X-Client-Verify", "SUCCESS")
        .header("X-Client-DN", "CN=" + certname);
  }

  HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> get(String certname, String path) throws Exception {
    return send(
        as(certname, path).header("Accept", "application/json, application/x-msgpack, text/pson"));
  }

  HttpResponse<String> catalog(String certname, String form) throws Exception {
    return send(
        as(certname, "/puppet/v3/catalog/" + certname + "?environment=production")
            .header(
                "Accept",
                "application/vnd.puppet.rich+json, application/json, application/x-msgpack")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  @Override
  public void close() throws IOException {
    http.close();
    client.close();
    store.close();
    spool.close();
  }
}
