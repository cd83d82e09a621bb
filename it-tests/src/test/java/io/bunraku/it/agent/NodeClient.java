// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.jspecify.annotations.Nullable;

/** Speaks to a master as an agent would, or as somebody who means it no good. */
final class NodeClient {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final char[] NO_PASSWORD = {};

  private final String certname;
  private final String base;
  private final HttpClient http;

  private NodeClient(String certname, String base, HttpClient http) {
    this.certname = certname;
    this.base = base;
    this.http = http;
  }

  /** A client without a certificate. */
  static NodeClient anonymous(RunningMaster master) {
    return new NodeClient("nobody", "https://localhost:" + master.port(), client(null));
  }

  /** A client of the plain port. */
  static NodeClient plain(RunningMaster master) {
    return new NodeClient("nobody", "http://127.0.0.1:" + master.plainPort(), client(null));
  }

  /** A client whose certificate the master (with {@code autosign: true}) signs now. */
  static NodeClient enrolled(RunningMaster master, String certname) {
    KeyPair keys = Keys.SHARED;
    NodeClient anonymous = anonymous(master);
    anonymous.put("/puppet-ca/v1/certificate_request/" + certname, request(certname, keys));
    String certificate = anonymous.get("/puppet-ca/v1/certificate/" + certname).body();
    String base = "https://localhost:" + master.port();
    return new NodeClient(certname, base, client(keyStore(keys, certificate)));
  }

  /** All nodes have the same key, since making one takes longer than all the rest. */
  private static final class Keys {
    static final KeyPair SHARED = rsa(2048);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  HttpResponse<String> put(String path, String text) {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "text/plain")
            .PUT(HttpRequest.BodyPublishers.ofString(text)));
  }

  /** Asks for a catalog. */
  HttpResponse<String> catalog(String name, String environment, String facts, String... headers) {
    String body =
        "facts_format=application%2Fjson&environment="
            + environment
            + "&facts="
            + encode(encode(facts));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(base + "/puppet/v3/catalog/" + name + "?environment=" + environment))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** Asks for this node's own catalog. */
  HttpResponse<String> ownCatalog() {
    return catalog(certname, "production", facts(certname));
  }

  static String facts(String certname) {
    return "{\"name\":\"" + certname + "\",\"values\":{\"kernel\":\"Linux\"}}";
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static KeyPair rsa(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String request(String name, KeyPair keys) {
    return pem(new JcaPKCS10CertificationRequestBuilder(subject(name), keys.getPublic()), keys);
  }

  static X500Name subject(String name) {
    return new X500Name("CN=" + name);
  }

  static String pem(JcaPKCS10CertificationRequestBuilder request, KeyPair keys) {
    try {
      return pem(
          request.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())));
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(Object object) {
    java.io.StringWriter text = new java.io.StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static KeyStore keyStore(KeyPair keys, String certificate) {
    try {
      Certificate parsed =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new java.io.ByteArrayInputStream(
                      certificate.getBytes(StandardCharsets.US_ASCII)));
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("node", keys.getPrivate(), NO_PASSWORD, new Certificate[] {parsed});
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("No certificate: " + certificate, e);
    }
  }

  private static HttpClient client(@Nullable KeyStore identity) {
    try {
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(identity, NO_PASSWORD);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          identity == null ? null : keys.getKeyManagers(),
          new TrustManager[] {new TrustsAnybody()},
          new SecureRandom());
      return HttpClient.newBuilder().sslContext(context).connectTimeout(PATIENCE).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The master's certificate is not what these tests are about. */
  private static final class TrustsAnybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
