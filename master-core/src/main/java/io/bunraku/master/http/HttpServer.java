// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ListenAddress;
import io.bunraku.master.config.MasterConfig;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.server.ServerConnector;

/** The HTTP API of a master: all routes behind one front, on plain HTTP and on TLS. */
public final class HttpServer implements AutoCloseable {

  private final JettyServer jetty;

  /**
   * Wires the API; nothing listens yet.
   *
   * @param revoked whether our CA has revoked a certificate
   * @throws ConfigException when auth.conf or trusted-proxies have to be corrected
   */
  public HttpServer(
      MasterConfig config,
      MasterServices services,
      Predicate<X509Certificate> revoked,
      HttpLimits limits,
      Clock clock)
      throws ConfigException {
    Wire wire = new Wire();
    List<Rule> rules =
        config.authConf() == null ? AuthConf.packaged() : AuthConf.read(config.authConf());
    FrontHandler front =
        new FrontHandler(
            new IdentityResolver(proxies(config), revoked),
            new Authorizer(rules),
            routes(config, services, wire, clock),
            wire,
            config.options().version().puppetVersion(),
            limits.bodyBytes());
    jetty = new JettyServer(front, limits);
  }

  private static AddressBlocks proxies(MasterConfig config) throws ConfigException {
    try {
      return AddressBlocks.parse(config.trustedProxies());
    } catch (IllegalArgumentException e) {
      throw new ConfigException("trusted-proxies: " + e.getMessage());
    }
  }

  private static Routes routes(
      MasterConfig config, MasterServices services, Wire wire, Clock clock) {
    FactsDocument facts = new FactsDocument(wire, config.certname(), clock);
    String version = config.options().version().puppetVersion();
    return new Routes()
        .add(
            "/puppet/v3/environments",
            new EnvironmentsEndpoint(services.environments(), config.environmentTimeout(), wire))
        .add("/puppet/v3/static_file_content/", new StaticFileContentEndpoint(services.catalogs()))
        .add("/puppet/v3/", indirections(config, services, facts, wire, clock))
        .add("/puppet/v4/catalog", new CatalogV4Endpoint(services.catalogs(), facts, wire))
        .add("/puppet-ca/v1/", new CaEndpoint(services.authority(), wire))
        .add("/status/v1/", new StatusEndpoint(services.status(), wire, version))
        .add(
            "/puppet-admin-api/v1/environment-cache",
            new EnvironmentCacheEndpoint(services.environments()));
  }

  private static Indirections indirections(
      MasterConfig config, MasterServices services, FactsDocument facts, Wire wire, Clock clock) {
    CatalogEndpoint catalog =
        new CatalogEndpoint(services.catalogs(), facts, wire, config.certname());
    FileMetadataEndpoint metadata =
        new FileMetadataEndpoint(services.environments(), services.files(), wire);
    Endpoint content = new FileContentEndpoint(services.environments(), services.files());
    FileBucketEndpoint bucket = new FileBucketEndpoint(services.bucket());
    UploadEndpoints uploads =
        new UploadEndpoints(facts, services.facts(), services.reports(), wire, clock);
    return new Indirections(services.environments()::exists)
        .add("catalog", false, Map.of("GET", catalog, "POST", catalog))
        .add("node", true, Map.of("GET", new NodeEndpoint(services.catalogs(), wire)))
        .add("file_metadata", true, Map.of("GET", metadata::find))
        .add("file_metadatas", true, Map.of("GET", metadata::search))
        .add("file_content", true, Map.of("GET", content))
        .add("report", false, Map.of("PUT", uploads::report))
        .add("facts", false, Map.of("PUT", uploads::facts))
        .add(
            "file_bucket_file",
            false,
            Map.of("GET", bucket::find, "HEAD", bucket::find, "PUT", bucket::store));
  }

  /**
   * Starts to answer on plain HTTP.
   *
   * @return where it listens now, with the real port
   */
  public ListenAddress startPlain(ListenAddress address) throws IOException {
    return start(jetty.addPlain(address), address);
  }

  /**
   * Starts to answer on TLS.
   *
   * @return where it listens now, with the real port
   */
  public ListenAddress startTls(ListenAddress address, TlsMaterial material) throws IOException {
    try {
      return start(jetty.addTls(address, material), address);
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be used: " + e.getMessage(), e);
    }
  }

  private ListenAddress start(ServerConnector connector, ListenAddress address) throws IOException {
    try {
      jetty.server().start();
      connector.start();
      return new ListenAddress(address.host(), connector.getLocalPort());
    } catch (IOException e) {
      throw new IOException("Cannot listen on " + address + ": " + e.getMessage(), e);
    } catch (Exception e) {
      throw new IOException("Cannot serve on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Stops: what is being answered is answered, nothing new begins. */
  @Override
  public void close() throws IOException {
    try {
      jetty.server().stop();
    } catch (Exception e) {
      throw new IOException("The HTTP server did not stop in order: " + e.getMessage(), e);
    }
  }
}
