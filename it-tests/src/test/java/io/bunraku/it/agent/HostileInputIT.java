// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad request gets its status and one clear line, and the master goes on. */
class HostileInputIT {

  private static final String NAME = "good.example.com";
  private static final long GIGABYTE = 1L << 30;
  private static final int CHUNK = 1 << 16;

  @TempDir static Path directory;
  private static RunningMaster master;
  private static NodeClient good;

  @BeforeAll
  static void start() {
    new ControlRepo(directory.resolve("code"))
        .file("environment.conf", "modulepath = modules\n")
        .file(
            "manifests/site.pp",
            """
            node 'function.example.com' { notice(recursion::endless(1)) }
            node 'lambda.example.com' { recursion::lambda() }
            node 'define.example.com' { recursion::nested { 'x': } }
            node default { notify { 'fine': } }
            """)
        .file(
            "modules/recursion/functions/endless.pp",
            "function recursion::endless($x) { recursion::endless($x + 1) }\n")
        .file(
            "modules/recursion/functions/lambda.pp",
            "function recursion::lambda() { [1].each |$x| { recursion::lambda() } }\n")
        .file(
            "modules/recursion/manifests/nested.pp",
            "define recursion::nested() { recursion::nested { \"${title}x\": } }\n")
        .file("modules/recursion/files/served.txt", "served\n");
    master = RunningMaster.start(directory, "autosign: true");
    good = NodeClient.enrolled(master, NAME);
  }

  @AfterAll
  static void stop() {
    if (master != null) {
      master.close();
    }
  }

  @AfterEach
  void goesOn() {
    assertThat(master.isAlive()).isTrue();
    HttpResponse<String> answer = good.ownCatalog();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"fine\"");
  }

  @Test
  void anothersCatalogIsForbidden() {
    HttpResponse<String> answer =
        good.catalog("other.example.com", "production", NodeClient.facts("other.example.com"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertOneLine(answer.body());
  }

  @Test
  void withoutACertificateEverythingOfOnesOwnIsForbidden() {
    HttpResponse<String> answer =
        NodeClient.anonymous(master).catalog(NAME, "production", NodeClient.facts(NAME));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertOneLine(answer.body());
  }

  @Test
  void identityHeadersOfAnybodyAreIgnored() {
    HttpResponse<String> answer =
        NodeClient.plain(master)
            .catalog(
                NAME,
                "production",
                NodeClient.facts(NAME),
                "X-Client-Verify",
                "SUCCESS",
                "X-Client-DN",
                "CN=" + NAME);
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/puppet/v3/file_content/modules/recursion/../../../../../../etc/passwd?environment=production",
        "/puppet/v3/file_content/modules/recursion/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd?environment=production",
        "/puppet/v3/file_content/modules/recursion/..%2f..%2f..%2f..%2fetc/passwd?environment=production",
        "/puppet/v3/file_content/modules/recursion/..%5c..%5cetc/passwd?environment=production",
        "/puppet/v3/file_content/modules/../recursion/files/served.txt?environment=production",
        "/puppet/v3/file_content/plugins/..%00/served.txt?environment=production",
        "/puppet/v3/file_content/modules/recursion/served.txt?environment=..%2f..",
      })
  void pathsThatClimbAreRefused(String path) throws IOException {
    String answer =
        raw(
            ("GET "
                    + path
                    + " HTTP/1.1\r\nHost: x\r\nX-Client-Verify: SUCCESS\r\n"
                    + "Connection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("root:", "served\n");
    assertThat(
            good.get("/puppet/v3/file_content/modules/recursion/served.txt?environment=production")
                .body())
        .isEqualTo("served\n");
  }

  @Test
  void aGigabyteIsRefusedAtOnce() throws IOException {
    String declared =
        raw(
            ("PUT /puppet-ca/v1/certificate_request/big HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    + GIGABYTE
                    + "\r\n\r\nstart")
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(declared).startsWith("HTTP/1.1 413");
    assertThat(sendEndlessChunks()).isLessThan(GIGABYTE);
  }

  @Test
  void factsThatAreNotJsonAreRefused() {
    HttpResponse<String> answer = good.catalog(NAME, "production", "{not json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertOneLine(answer.body());
  }

  @Test
  void factsNestedTooDeeplyAreRefused() {
    int depth = 100_000;
    String facts =
        "{\"name\":\""
            + NAME
            + "\",\"values\":{\"a\":"
            + "[".repeat(depth)
            + "]".repeat(depth)
            + "}}";
    HttpResponse<String> answer = good.catalog(NAME, "production", facts);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertOneLine(answer.body());
  }

  @Test
  void anUnknownEnvironmentIsNotFound() {
    HttpResponse<String> answer = good.catalog(NAME, "nowhere", NodeClient.facts(NAME));
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).contains("nowhere");
    assertOneLine(answer.body());
  }

  @Test
  void requestsForCertificatesThatCannotBeAreRefused() {
    KeyPair keys = NodeClient.rsa(2048);
    assertRefused("one.example.com", NodeClient.request("two.example.com", keys));
    assertRefused("*.example.com", NodeClient.request("*.example.com", keys));
    assertRefused("ca.example.com", withExtension("ca.example.com", keys, "2.5.29.19"));
    assertRefused(
        "cli.example.com", withExtension("cli.example.com", keys, "1.3.6.1.4.1.34380.1.3.39"));
    assertRefused("huge.example.com", hugeKey("huge.example.com", keys));
    assertRefused("garbage.example.com", "this is no request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"function.example.com", "lambda.example.com", "define.example.com"})
  void endlessRecursionEndsInAnError(String name) {
    NodeClient recursing = NodeClient.enrolled(master, name);
    CompletableFuture<HttpResponse<String>> pending =
        CompletableFuture.supplyAsync(recursing::ownCatalog);
    assertThat(good.ownCatalog().statusCode()).isEqualTo(200);
    HttpResponse<String> answer = pending.join();
    assertThat(answer.statusCode()).isEqualTo(500);
    // the first are the original puppet's very words, which name no node; the log does
    assertThat(answer.body()).contains("Error").containsAnyOf("stack level too deep", name);
    assertThat(master.log()).containsPattern("ERROR \\[CatalogService].*" + name);
    assertOneLine(answer.body());
  }

  @Test
  void connectionsThatSendNothingBlockNobody() throws IOException {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), master.port()));
      }
      assertThat(NodeClient.enrolled(master, "busy.example.com").ownCatalog().statusCode())
          .isEqualTo(200);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  private static void assertRefused(String name, String request) {
    HttpResponse<String> answer =
        NodeClient.anonymous(master)
            .put("/puppet-ca/v1/certificate_request/" + NodeClient.encode(name), request);
    assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(400);
    assertOneLine(answer.body());
  }

  private static void assertOneLine(String body) {
    assertThat(body).isNotBlank().doesNotContain("\tat ", "java.");
    assertThat(body.strip()).doesNotContain("\n");
  }

  private static String withExtension(String name, KeyPair keys, String oid) {
    try {
      ExtensionsGenerator extensions = new ExtensionsGenerator();
      extensions.addExtension(new ASN1ObjectIdentifier(oid), false, new DERUTF8String("true"));
      var request =
          new JcaPKCS10CertificationRequestBuilder(NodeClient.subject(name), keys.getPublic());
      request.addAttribute(
          PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
          new ASN1Encodable[] {extensions.generate()});
      return NodeClient.pem(request, keys);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hugeKey(String name, KeyPair signer) {
    try {
      BigInteger modulus = new BigInteger(65_536, new Random(1)).setBit(65_535).setBit(0);
      var key =
          KeyFactory.getInstance("RSA")
              .generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65_537)));
      return NodeClient.pem(
          new JcaPKCS10CertificationRequestBuilder(NodeClient.subject(name), key), signer);
    } catch (GeneralSecurityException e) {
      // The JDK itself refuses to make such a key: then its smaller sister has to do.
      return NodeClient.pem(
          new JcaPKCS10CertificationRequestBuilder(
              NodeClient.subject(name), NodeClient.rsa(1024).getPublic()),
          signer);
    }
  }

  private static String raw(byte[] request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), master.plainPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request);
      return new String(socket.getInputStream().readNBytes(CHUNK), StandardCharsets.ISO_8859_1);
    }
  }

  /** Sends chunks until the master has had enough; returns how many bytes it let us send. */
  private static long sendEndlessChunks() throws IOException {
    byte[] chunk = new byte[CHUNK];
    byte[] size = (Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), master.plainPort())) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(
          ("PUT /puppet-ca/v1/certificate_request/big HTTP/1.1\r\nHost: x\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      while (sent < GIGABYTE && in.available() == 0) {
        out.write(size);
        out.write(chunk);
        out.write('\r');
        out.write('\n');
        sent += CHUNK;
      }
    } catch (IOException closed) {
      return sent;
    }
    return sent;
  }
}
