// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.couchdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreBackend;
import io.bunraku.storeconfig.spi.StoreException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server's certificate is believed when its issuer is, and when it names the host. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Key KEY = new Key("facts/a");
  @TempDir Path dir;
  private ScriptedServer server;
  private volatile boolean needClient;

  @BeforeEach
  void start() throws Exception {
    Path store = dir.resolve("server.p12");
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=x", "-ext", "san=dns:localhost", store);
    keytool("-exportcert", "-rfc", "-file", dir.resolve("ca.pem").toString(), store);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    TrustManagerFactory clients =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    clients.init(keys);
    context.init(factory.getKeyManagers(), clients.getTrustManagers(), null);
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = context.getDefaultSSLParameters();
            tls.setNeedClientAuth(needClient);
            parameters.setSSLParameters(tls);
          }
        });
    byte[] key = keys.getKey("a", PASSWORD).getEncoded();
    Files.writeString(
        dir.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
    server = new ScriptedServer(https).on("GET /bunraku", 200, "{\"db_name\":\"bunraku\"}");
  }

  private static void keytool(Object... words) throws Exception {
    String store = words[words.length - 1].toString();
    String[] command = new String[words.length + 8];
    command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    for (int i = 0; i < words.length - 1; i++) {
      command[i + 1] = words[i].toString();
    }
    String[] rest = {"-alias", "a", "-keystore", store, "-storetype", "PKCS12"};
    System.arraycopy(rest, 0, command, words.length, rest.length);
    command[command.length - 2] = "-storepass";
    command[command.length - 1] = new String(PASSWORD);
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private StoreBackend open(String host, String... settings) {
    return ScriptedServer.openAt("https://" + host + ":" + server.port(), settings);
  }

  @Test
  void aCertificateOfATrustedIssuerIsBelieved() {
    try (StoreBackend backend = open("localhost", "tls-ca-file", dir.resolve("ca.pem") + "")) {
      assertThat(backend.read(KEY).isAbsent()).isTrue();
    }
  }

  @Test
  void oneOfAnUnknownIssuerIsRefusedInOneLine() {
    try (StoreBackend backend = open("localhost")) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isExactlyInstanceOf(StoreException.class)
          .hasMessageContaining("TLS: ")
          .hasMessageContaining("tls-ca-file")
          .message()
          .doesNotContain("\n");
    }
  }

  @Test
  void aServerThatAsksForACertificateGetsIt() {
    needClient = true;
    String ca = dir.resolve("ca.pem").toString();
    String key = dir.resolve("key.pem").toString();
    try (StoreBackend backend =
        open("localhost", "tls-ca-file", ca, "tls-certificate-file", ca, "tls-key-file", key)) {
      assertThat(backend.read(KEY).isAbsent()).isTrue();
    }
    try (StoreBackend backend = open("localhost", "tls-ca-file", ca)) {
      assertThat(backend.check().up()).isFalse();
      assertThat(backend.check().detail())
          .startsWith("store couchdb: https://localhost")
          .doesNotContain("\n");
    }
    try (StoreBackend backend =
        open("localhost", "tls-ca-file", ca, "tls-certificate-file", ca, "tls-key-file", ca)) {
      assertThat(backend.check().detail())
          .contains("ca.pem has no key in PKCS 8: openssl pkcs8")
          .doesNotContain("\n");
    }
  }

  @Test
  void oneOfAnotherHostIsRefused() {
    try (StoreBackend backend = open("127.0.0.1", "tls-ca-file", dir.resolve("ca.pem") + "")) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("TLS: ");
    }
  }

  @Test
  void aFileWithoutCertificatesIsNamed() {
    try (StoreBackend backend = open("localhost", "tls-ca-file", dir.resolve("none.pem") + "")) {
      assertThatThrownBy(() -> backend.read(KEY))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("none.pem");
    }
  }
}
