// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.CompileResult;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each gets its status and one line, and the next request is answered. */
class HostileRequestsTest {

  @TempDir private Path directory;
  private TestMaster master;

  @BeforeEach
  void start() throws Exception {
    master = new TestMaster(directory);
    master.write("code/environments/production/modules/a/files/f", "content");
  }

  @AfterEach
  void goesOnAndStops() throws Exception {
    assertThat(
            master.get("web1", "/puppet/v3/file_content/modules/a/f?environment=production").body())
        .isEqualTo("content");
    master.close();
  }

  private static void assertRefused(HttpResponse<String> response, int status) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body().strip()).isNotEmpty().doesNotContain("\n", "java.");
  }

  @Test
  void anothersCatalog() throws Exception {
    assertRefused(
        master.send(
            master
                .as("web1", "/puppet/v3/catalog/web2?environment=production")
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("environment=production"))),
        403);
  }

  @Test
  void nobodysCatalog() throws Exception {
    assertRefused(
        master.send(
            master
                .anonymous("/puppet/v3/catalog/web1?environment=production")
                .POST(BodyPublishers.noBody())),
        403);
  }

  @Test
  void forgedHeaders(@TempDir Path other) throws Exception {
    try (TestMaster trusting = new TestMaster(other, "trusted-proxies=10.0.0.0/8")) {
      assertRefused(trusting.catalog("web1", "environment=production"), 403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/puppet/v3/file_content/modules/a/../../../../../etc/passwd?environment=production",
        "/puppet/v3/file_content/modules/a/%2e%2e/%2e%2e/x?environment=production",
        "/puppet/v3/file_content/modules/a/..%2f..%2fx?environment=production",
        "/puppet/v3/file_content/modules/a/%2e%2e?environment=production",
        "/puppet/v3/file_content/modules/a/x%00?environment=production",
        "/puppet/v3/file_content/../catalog/web2?environment=production",
        "/puppet/v3/file_content/mod%20ules/a?environment=production",
        "/puppet/v3/file_content/modules/a/f?environment=..%2f..",
        "/puppet/v3/file_content/modules/a/f",
        "/puppet/v3/file_metadata/modules/a/f?environment=production&checksum_type=rot13",
        "/puppet/v3/file_metadata/modules/a/f?environment=production&links=maybe",
        "/puppet/v3/file_content?environment=production",
      })
  void pathsAndParametersThatMakeNoSense(String path) throws Exception {
    assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: */*\r\n"))
        .startsWith("HTTP/1.1 400")
        .doesNotContain("root:");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nothing, 403",
    "GET, /puppet/v3/nothing/x?environment=production, 403",
    "DELETE, /puppet/v3/catalog/web1?environment=production, 403",
    "PUT, /puppet/v3/file_content/modules/a/f?environment=production, 403",
    "GET, /puppet-ca/v1/nothing, 403",
    "BREW, /puppet/v3/catalog/web1?environment=production, 403",
  })
  void whatNoRuleAllows(String method, String path, int status) throws Exception {
    assertThat(raw(method + " " + path + " HTTP/1.1\r\nHost: x\r\n"))
        .startsWith("HTTP/1.1 " + status);
  }

  private String raw(String head) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), master.address.port())) {
      socket
          .getOutputStream()
          .write(
              (head
                      + "X-Client-Verify: SUCCESS\r\nX-Client-DN: CN=web1\r\n"
                      + "Connection: close\r\n\r\n")
                  .getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  @Test
  void headersThatAreTooLarge() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000) + "\r\n"))
        .startsWith("HTTP/1.1 431");
  }

  @Test
  void aBodyThatDeclaresAGigabyteIsNotRead() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), master.address.port())) {
      socket
          .getOutputStream()
          .write(
              ("PUT /puppet/v3/report/web1?environment=production HTTP/1.1\r\nHost: x\r\n"
                      + "X-Client-Verify: SUCCESS\r\nX-Client-DN: CN=web1\r\n"
                      + "Content-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n[")
                  .getBytes(ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("the limit is 1048576 bytes");
    }
  }

  @Test
  void aBodyThatDoesNotSayHowLongItIsIsCutOff() throws Exception {
    byte[] chunk = ("10000\r\n" + "x".repeat(65_536) + "\r\n").getBytes(ISO_8859_1);
    long sent = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), master.address.port())) {
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(
          ("PUT /puppet-ca/v1/certificate_request/x HTTP/1.1\r\nHost: x\r\n"
                  + "Transfer-Encoding: chunked\r\n\r\n")
              .getBytes(ISO_8859_1));
      while (in.available() == 0 && sent < 1L << 30) {
        out.write(chunk);
        sent += chunk.length;
      }
    } catch (java.io.IOException closed) {
      assertThat(closed).isNotNull();
    }
    assertThat(sent).isLessThan(64L << 20);
  }

  @Test
  void factsThatAreNone() throws Exception {
    for (String facts :
        List.of(
            "{not json",
            "[]",
            "{\"name\":\"web1\"}",
            "{\"values\":{}}",
            "{\"name\":\"web1\",\"values\":{\"a\":"
                + "[".repeat(100_000)
                + "]".repeat(100_000)
                + "}}",
            "{\"name\":\"web1\",\"values\":{}} trailing",
            "")) {
      assertRefused(master.catalog("web1", AgentRequestsTest.form(facts)), 400);
    }
    HttpResponse<String> wrong =
        master.catalog("web1", AgentRequestsTest.form("{\"name\":\"web2\",\"values\":{}}"));
    assertRefused(wrong, 500);
    assertThat(wrong.body())
        .contains(
            "Server Error: Catalog for \\\"web1\\\" was requested with fact definition for the wrong"
                + " node (\\\"web2\\\").");
  }

  @Test
  void anUnknownEnvironment() throws Exception {
    HttpResponse<String> response =
        master.send(
            master
                .as("web1", "/puppet/v3/catalog/web1?environment=nowhere")
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("environment=nowhere")));
    assertRefused(response, 404);
    assertThat(response.body()).contains("nowhere");
  }

  @Test
  void otherTypesOfContent() throws Exception {
    assertRefused(
        master.send(
            master
                .as("web1", "/puppet/v3/catalog/web1?environment=production")
                .header("Accept", "application/json")
                .header("Content-Type", "text/html")
                .POST(BodyPublishers.ofString("x"))),
        415);
    assertRefused(
        master.send(
            master
                .as("web1", "/puppet/v3/report/web1?environment=production")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"a\":"))),
        400);
    assertRefused(
        master.send(
            master
                .as("web1", "/puppet/v3/report/web1?environment=production")
                .header("Content-Type", "image/png")
                .PUT(BodyPublishers.ofString("{}"))),
        415);
  }

  @Test
  void moreCatalogsThanPlaces() throws Exception {
    CountDownLatch compiling = new CountDownLatch(4);
    CountDownLatch go = new CountDownLatch(1);
    master.compiler =
        (request, loader) -> {
          compiling.countDown();
          try {
            go.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new CompileResult(new FakeCatalog(request, "u"), List.of());
        };
    List<CompletableFuture<HttpResponse<String>>> pending = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String name = "web" + i;
      pending.add(CompletableFuture.supplyAsync(() -> catalog(name), Thread::startVirtualThread));
    }
    compiling.await();
    HttpResponse<String> refused = catalog("web9");
    assertRefused(refused, 503);
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    go.countDown();
    for (CompletableFuture<HttpResponse<String>> answer : pending) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
  }

  private HttpResponse<String> catalog(String name) {
    try {
      return master.catalog(name, "environment=production");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void connectionsThatSendNothing() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), master.address.port()));
      }
      assertThat(master.catalog("web1", "environment=production").statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }
}
