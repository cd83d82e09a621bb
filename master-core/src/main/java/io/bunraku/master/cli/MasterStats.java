// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bunraku.master.config.MasterConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks a running master for its figures. */
final class MasterStats {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private MasterStats() {}

  /**
   * Its details of store and spool.
   *
   * @param base {@code http://host:port} or {@code https://host:port}; the latter is trusted by the
   *     CA certificate in this machine's ssldir
   */
  static JsonNode ask(String base, MasterConfig config) throws IOException, InterruptedException {
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
    if (base.startsWith("https:")) {
      client.sslContext(trusting(config.ssldir().resolve("certs").resolve("ca.pem")));
    }
    try (HttpClient http = client.build()) {
      URI uri = URI.create(base + "/status/v1/services/server?level=debug");
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      return status(base, http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    } catch (ConnectException e) {
      throw new IOException(base + ": nobody answers there", e);
    } catch (IllegalArgumentException e) {
      throw new IOException("'" + base + "' is no address of a master: " + e.getMessage(), e);
    }
  }

  private static JsonNode status(String base, HttpResponse<byte[]> response) throws IOException {
    JsonNode status = MissingNode.getInstance();
    try {
      status = new ObjectMapper().readTree(response.body()).path("status");
    } catch (JsonProcessingException e) {
      // something else speaks HTTP there
    }
    if (status.isMissingNode()) {
      throw new IOException(base + " is no master: it answered " + response.statusCode());
    }
    return status;
  }

  private static SSLContext trusting(Path bundle) throws IOException {
    try (InputStream in = Files.newInputStream(bundle)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int i = 0;
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        trusted.setCertificateEntry("ca" + i++, authority);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, factory.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(bundle + ": is no CA bundle: " + e.getMessage(), e);
    }
  }
}
