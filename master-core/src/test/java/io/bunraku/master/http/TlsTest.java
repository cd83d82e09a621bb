// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.master.ca.AgentTrust;
import io.bunraku.master.ca.CertificateAuthority;
import io.bunraku.master.ca.Pem;
import io.bunraku.master.config.ListenAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with certificates of our own CA: wanted of clients, and never insisted on. */
class TlsTest {

  @TempDir private Path directory;
  private TestMaster master;
  private ListenAddress address;

  private record Identity(PrivateKey key, X509Certificate certificate) {}

  @BeforeEach
  void start() throws Exception {
    master = new TestMaster(directory, "trusted-proxies=192.0.2.0/24");
    master.authority.establish();
    address =
        master.http.startTls(
            new ListenAddress("127.0.0.1", 0), material(identity("localhost", false)));
  }

  @AfterEach
  void stop() throws Exception {
    master.close();
  }

  private Identity identity(String name, boolean administers) throws Exception {
    return identity(master.authority.generate(name, List.of("IP:127.0.0.1"), administers));
  }

  private static Identity identity(CertificateAuthority.Generated made) throws Exception {
    return new Identity(Pem.privateKey(made.privateKey()), Pem.certificate(made.certificate()));
  }

  private TlsMaterial material(Identity host) throws Exception {
    CertificateAuthority authority = master.authority;
    List<X509Certificate> chain = new ArrayList<>(List.of(host.certificate()));
    chain.addAll(authority.authorities());
    X509ExtendedTrustManager trust = new AgentTrust(authority.authorities(), authority::isRevoked);
    return new TlsMaterial() {
      @Override
      public PrivateKey privateKey() {
        return host.key();
      }

      @Override
      public List<X509Certificate> certificateChain() {
        return chain;
      }

      @Override
      public X509ExtendedTrustManager clientTrust() {
        return trust;
      }

      @Override
      public boolean isRevoked(X509Certificate certificate) {
        return authority.isRevoked(certificate);
      }
    };
  }

  private HttpClient client(@Nullable Identity who) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    int i = 0;
    for (X509Certificate ca : master.authority.authorities()) {
      trusted.setCertificateEntry("ca" + i++, ca);
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    if (who != null) {
      List<X509Certificate> chain = new ArrayList<>(List.of(who.certificate()));
      chain.addAll(master.authority.authorities());
      own.setKeyEntry("me", who.key(), new char[0], chain.toArray(new X509Certificate[0]));
    }
    keys.init(own, new char[0]);
    TrustManager[] managers = trust.getTrustManagers();
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), managers, null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  private HttpResponse<String> send(HttpClient client, String path, @Nullable String form)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + address.port() + path))
            .header("Accept", "application/json")
            .header("X-Client-Verify", "SUCCESS")
            .header("X-Client-DN", "CN=forged");
    if (form != null) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString(form));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> catalog(TlsTest test, HttpClient client, String name)
      throws Exception {
    return test.send(
        client, "/puppet/v3/catalog/" + name + "?environment=production", "environment=production");
  }

  @Test
  void theCertificateIsTheIdentityAndHeadersAreNot() throws Exception {
    try (HttpClient web1 = client(identity("web1", true))) {
      HttpResponse<String> own = catalog(this, web1, "web1");
      assertThat(own.statusCode()).as(own.body()).isEqualTo(200);
      assertThat(own.version()).isEqualTo(Version.HTTP_2);
      assertThat(own.body())
          .contains("certname=web1", "extensions={1.3.6.1.4.1.34380.1.3.39=true}");
      assertThat(catalog(this, web1, "forged").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void withoutACertificateOnlyTheBeginningIsOpen() throws Exception {
    try (HttpClient nobody = client(null)) {
      assertThat(send(nobody, "/puppet-ca/v1/certificate/ca", null).body())
          .startsWith("-----BEGIN CERTIFICATE-----");
      assertThat(send(nobody, "/puppet-ca/v1/certificate_revocation_list/ca", null).body())
          .startsWith("-----BEGIN X509 CRL-----");
      HttpResponse<String> none = send(nobody, "/puppet-ca/v1/certificate/web7", null);
      assertThat(none.statusCode()).isEqualTo(404);
      assertThat(none.body()).isEqualTo("Could not find certificate web7");
      assertThat(catalog(this, nobody, "web1").statusCode()).isEqualTo(403);
      assertThat(catalog(this, nobody, "forged").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aRevokedCertificateEndsAtTheHandshakeAndOnConnectionsThatLive() throws Exception {
    Identity web1 = identity("web1", false);
    try (HttpClient living = client(web1);
        HttpClient fresh = client(web1)) {
      assertThat(catalog(this, living, "web1").statusCode()).isEqualTo(200);
      master.authority.revoke("web1");
      org.awaitility.Awaitility.await()
          .untilAsserted(() -> assertThat(master.authority.isRevoked(web1.certificate())).isTrue());
      assertThat(catalog(this, living, "web1").statusCode()).isEqualTo(403);
      assertThatThrownBy(() -> catalog(this, fresh, "web1")).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aCertificateOfAnotherCaIsRefused(@TempDir Path other) throws Exception {
    try (TestMaster stranger = new TestMaster(other)) {
      stranger.authority.establish();
      Identity strange = identity(stranger.authority.generate("web1", List.of(), false));
      try (HttpClient client = client(strange)) {
        HttpResponse<String> response = null;
        try {
          response = catalog(this, client, "web1");
        } catch (IOException refused) {
          assertThat(refused).isNotNull();
        }
        assertThat(response == null ? 403 : response.statusCode()).isEqualTo(403);
      }
    }
  }

  @Test
  void theAdministrationIsForBearersOfItsExtension() throws Exception {
    try (HttpClient cli = client(identity("cli", true));
        HttpClient web1 = client(identity("web1", false))) {
      String all = "/puppet-ca/v1/certificate_statuses/all";
      assertThat(send(web1, all, null).statusCode()).isEqualTo(403);
      assertThat(send(cli, all + "?state=signed", null).body())
          .contains("\"name\":\"web1\"", "\"state\":\"signed\"", "\"serial_number\":");
      assertThat(send(cli, "/puppet-ca/v1/certificate_status/none", null).statusCode())
          .isEqualTo(404);
      assertThat(put(cli, "certificate_status/web1", "{\"desired_state\":\"revoked\"}"))
          .isEqualTo(204);
      assertThat(put(cli, "certificate_status/none", "{\"desired_state\":\"revoked\"}"))
          .isEqualTo(409);
      assertThat(put(cli, "certificate_status/web1", "{\"desired_state\":\"painted\"}"))
          .isEqualTo(400);
      assertThat(put(cli, "clean", "{\"certnames\":[\"web1\",\"none\"]}")).isEqualTo(200);
      assertThat(send(cli, "/puppet-ca/v1/certificate_status/web1", null).statusCode())
          .isEqualTo(404);
      assertThat(send(cli, "/puppet-ca/v1/expirations", null).body())
          .matches("\\{.*\"(ca-certs|crls)\":\\{\"CN=.*UTC\".*");
    }
  }

  private int put(HttpClient client, String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("https://127.0.0.1:" + address.port() + "/puppet-ca/v1/" + path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  @Test
  void aNodeRenewsWhatItShows() throws Exception {
    Identity web1 = identity("web1", false);
    try (HttpClient client = client(web1)) {
      HttpResponse<String> renewed = send(client, "/puppet-ca/v1/certificate_renewal", "");
      assertThat(renewed.statusCode()).as(renewed.body()).isEqualTo(200);
      assertThat(renewed.body()).startsWith("-----BEGIN CERTIFICATE-----");
      assertThat(Base64.getMimeEncoder().encode(web1.certificate().getEncoded()))
          .isNotEqualTo(renewed.body().getBytes(StandardCharsets.US_ASCII));
    }
  }
}
