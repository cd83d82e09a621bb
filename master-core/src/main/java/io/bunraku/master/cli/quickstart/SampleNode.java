// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.master.ca.CaException;
import io.bunraku.master.ca.CertificateRequests;
import io.bunraku.master.ca.Pem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A node that asks a master what an agent asks: the CA's certificate, a signature, a catalog. It
 * applies nothing.
 */
final class SampleNode {

  private static final int KEY_LENGTH = 2048; // lives for a minute
  private static final char[] NO_PASSWORD = {};

  private final String certname;
  private final String master;
  private final List<X509Certificate> authorities;
  private final KeyPair keys;

  /**
   * Creates a node with a new key.
   *
   * @param master host and port
   * @param authorities whom it trusts
   */
  SampleNode(String certname, String master, List<X509Certificate> authorities) {
    this.certname = certname;
    this.master = master;
    this.authorities = authorities;
    this.keys = newKeys();
  }

  /** Asks for a certificate; somebody has to sign it. */
  void requestCertificate() throws IOException {
    String answer =
        send(
            client(null),
            request("/puppet-ca/v1/certificate_request/" + certname)
                .header("Content-Type", "text/plain")
                .PUT(BodyPublishers.ofString(CertificateRequests.of(certname, keys))));
    if (!answer.isEmpty()) {
      throw new IOException("Unexpected answer to the certificate request: " + answer);
    }
  }

  /** Fetches the certificate and, with it, the catalog. */
  JsonNode catalog(String environment) throws IOException, CaException {
    String pem = send(client(null), request("/puppet-ca/v1/certificate/" + certname).GET());
    X509Certificate certificate = Pem.certificate(pem);
    String facts =
        new ObjectMapper().writeValueAsString(Map.of("name", certname, "values", facts()));
    String form =
        "facts_format=application%2Fjson&facts="
            + encode(encode(facts)) // agents encode them twice
            + "&environment="
            + environment;
    String json =
        send(
            client(certificate),
            request("/puppet/v3/catalog/" + certname + "?environment=" + environment)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/vnd.puppet.rich+json, application/json")
                .POST(BodyPublishers.ofString(form)));
    return new ObjectMapper().readTree(json);
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("os", Map.of("family", "Debian", "name", "Debian"));
    facts.put("kernel", "Linux");
    facts.put(
        "networking",
        Map.of("fqdn", certname, "domain", "example.com", "hostname", "web1", "ip", "192.0.2.1"));
    return facts;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("https://" + master + path))
        .header("X-Puppet-Version", "7.23.0");
  }

  private static String send(HttpClient client, HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IOException(
            "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }

  private HttpClient client(@Nullable X509Certificate certificate) throws IOException {
    try {
      KeyStore trusted = emptyStore();
      for (X509Certificate authority : authorities) {
        trusted.setCertificateEntry(authority.getSerialNumber().toString(), authority);
      }
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          certificate == null ? null : identity(certificate), trust.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(context).build();
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS of the sample node: " + e.getMessage(), e);
    }
  }

  private KeyManager[] identity(X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore own = emptyStore();
    own.setKeyEntry("node", keys.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate});
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(own, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_LENGTH);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK makes RSA keys", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
