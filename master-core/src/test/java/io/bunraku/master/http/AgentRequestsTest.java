// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.LogEntry;
import io.bunraku.master.monitor.MasterStatus;
import io.bunraku.master.node.NodeClassification;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** The requests of an agent's life, through a real Jetty. */
class AgentRequestsTest {

  @TempDir private Path directory;
  private TestMaster master;
  private final ObjectMapper json = new ObjectMapper();

  @BeforeEach
  void start() throws Exception {
    master = new TestMaster(directory);
  }

  @AfterEach
  void stop() throws Exception {
    master.close();
  }

  /** The form of agent 7.23: facts are encoded twice. */
  static String form(String factsJson) {
    return "facts_format=application%2Fjson&facts="
        + URLEncoder.encode(URLEncoder.encode(factsJson, UTF_8), UTF_8)
        + "&environment=production&configured_environment=production&check_environment=true"
        + "&transaction_uuid=630554ac-ecfc-46ee-9bb1-7587fe067e5b&job_uuid=&static_catalog=true"
        + "&checksum_type=sha256.sha384.sha512.sha224.md5";
  }

  private static String facts(String name) {
    return "{\"name\":\"%s\",\"values\":{\"os\":{\"family\":\"Debian+ä\"},\"n\":null,\"i\":7}}"
        .formatted(name);
  }

  private JsonNode ok(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json.readTree(response.body());
  }

  @Test
  void aCatalogIsCompiledAndKeptBeforeItIsSent() throws Exception {
    HttpResponse<String> response = master.catalog("web1", form(facts("web1")));
    JsonNode catalog = ok(response);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/vnd.puppet.rich+json; charset=utf-8");
    assertThat(response.headers().firstValue("X-Puppet-Version")).contains("8.11.0");
    assertThat(response.headers().firstValue("X-Puppet-Compiler-Name"))
        .contains("master.example.com");
    assertThat(catalog.get("version").asText()).isEqualTo("1");
    assertThat(catalog.get("facts").asText()).isEqualTo("{os={family=Debian+ä}, n=, i=7}");
    assertThat(catalog.get("trusted").asText())
        .contains("authenticated=remote", "certname=web1", "hostname=web1");
    Certname node = new Certname("web1");
    assertThat(master.store.catalogs().get(node).orElseThrow().json().text())
        .isEqualTo(response.body());
    assertThat(master.store.facts().get(node).orElseThrow().values()).containsEntry("i", 7L);
    assertThat(
            master
                .store
                .nodes()
                .get(node)
                .orElseThrow()
                .generation(new EnvironmentName("production")))
        .isEqualTo(1);
  }

  @Test
  void withoutFactsTheStoredOnesCount() throws Exception {
    ok(master.catalog("web1", form(facts("web1"))));
    assertThat(ok(master.catalog("web1", "environment=production")).get("facts").asText())
        .contains("Debian");
  }

  @Test
  void olderCodeThanTheNodeHadIsRefused() throws Exception {
    ok(master.catalog("web1", form(facts("web1"))));
    master.write("code/environments/production/manifests/site.pp", "notice(22)");
    assertThat(ok(master.catalog("web1", form(facts("web1")))).get("version").asText())
        .isEqualTo("2");
    master.write("code/environments/production/manifests/site.pp", "notice(1)");
    HttpResponse<String> refused = master.catalog("web1", form(facts("web1")));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("the node has already had 2");
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    assertThat(ok(master.catalog("new1", form(facts("new1")))).get("version").asText())
        .isEqualTo("1");
  }

  @Test
  void theClassifiersEnvironmentSendsTheAgentThere() throws Exception {
    master.write("code/environments/test/manifests/site.pp", "");
    master.classifier = name -> new NodeClassification("test", Map.of(), Map.of());
    JsonNode empty = ok(master.catalog("web1", form(facts("web1"))));
    assertThat(empty.get("environment").asText()).isEqualTo("test");
    assertThat(empty.get("resources")).isEmpty();
    assertThat(master.store.catalogs().get(new Certname("web1"))).isEmpty();
    JsonNode node = ok(master.get("web1", "/puppet/v3/node/web1?environment=production"));
    assertThat(node.toString()).isEqualTo("{\"name\":\"web1\",\"environment\":\"test\"}");
  }

  @Test
  void classesOfTheClassifierReachTheCompiler() throws Exception {
    master.classifier =
        name -> new NodeClassification(null, Map.of("ntp", Map.of("a", 1L)), Map.of("p", "q"));
    assertThat(ok(master.catalog("web1", form(facts("web1")))).get("classes").asText())
        .isEqualTo("{ntp={a=1}}");
    assertThat(ok(master.get("web1", "/puppet/v3/node/web1?environment=production")).toString())
        .isEqualTo(
            "{\"name\":\"web1\",\"environment\":\"production\",\"classes\":{\"ntp\":{\"a\":1}},"
                + "\"parameters\":{\"p\":\"q\"}}");
  }

  @Test
  void aFailedCompileIs500WithTheCompilersWords() throws Exception {
    master.compiler =
        (request, loader) -> {
          throw new CompilationException(
              "Evaluation Error: no (file: /x.pp, line: 1) on node web1",
              "NO",
              "/x.pp",
              1,
              0,
              List.of(new LogEntry("warning", "w", "Scope(x)", null, 0)));
        };
    HttpResponse<String> response = master.catalog("web1", form(facts("web1")));
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/json;charset=utf-8");
    assertThat(response.body())
        .isEqualTo(
            "{\"message\":\"Server Error: Evaluation Error: no (file: /x.pp, line: 1) on node"
                + " web1\",\"issue_kind\":\"RUNTIME_ERROR\"}");
    assertThat(master.store.facts().get(new Certname("web1"))).isPresent();
  }

  @Test
  void messagePackWhenItIsAskedFor() throws Exception {
    HttpResponse<byte[]> response =
        master.client.send(
            master
                .as("web1", "/puppet/v3/catalog/web1?environment=production")
                .header("Accept", "application/vnd.puppet.rich+msgpack")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(facts("web1"))))
                .build(),
            BodyHandlers.ofByteArray());
    JsonNode catalog = new ObjectMapper(new MessagePackFactory()).readTree(response.body());
    assertThat(catalog.get("name").asText()).isEqualTo("web1");
  }

  @Test
  void gzipWhenItIsAccepted() throws Exception {
    HttpResponse<byte[]> response =
        master.client.send(
            master
                .as("web1", "/puppet/v3/catalog/web1?environment=production")
                .header("Accept", "application/json")
                .header("Accept-Encoding", "gzip;q=1.0,deflate;q=0.6,identity;q=0.3")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(facts("web1"))))
                .build(),
            BodyHandlers.ofByteArray());
    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      assertThat(json.readTree(in).get("name").asText()).isEqualTo("web1");
    }
  }

  @Test
  void pluginSync() throws Exception {
    master.write("code/environments/production/modules/a/lib/facter/x.rb", "fact x");
    JsonNode probe =
        ok(
            master.get(
                "web1",
                "/puppet/v3/file_metadatas/plugins?recurse=false&links=manage&checksum_type=sha256"
                    + "&source_permissions=ignore&environment=production"));
    assertThat(probe).hasSize(1);
    assertThat(probe.get(0).get("relative_path").asText()).isEqualTo(".");
    assertThat(probe.get(0).get("mode").asInt()).isEqualTo(420);
    JsonNode all =
        ok(
            master.get(
                "web1",
                "/puppet/v3/file_metadatas/plugins?recurse=true&max_files=-1&ignore=.svn&ignore=CVS"
                    + "&ignore=.git&ignore=.hg&links=follow&checksum_type=sha256"
                    + "&source_permissions=ignore&environment=production"));
    assertThat(all.findValuesAsText("relative_path")).containsExactly(".", "facter", "facter/x.rb");
    HttpResponse<String> content =
        master.get("web1", "/puppet/v3/file_content/plugins/facter/x.rb?environment=production");
    assertThat(content.body()).isEqualTo("fact x");
    assertThat(content.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(
            master
                .get("web1", "/puppet/v3/file_metadata/modules/a/none?environment=production")
                .body())
        .isEqualTo(
            "{\"message\":\"Not Found: Could not find file_metadata modules/a/none\","
                + "\"issue_kind\":\"RESOURCE_NOT_FOUND\"}");
    assertThat(
            master.get("web1", "/puppet/v3/file_metadatas/plugins?environment=nope").statusCode())
        .isEqualTo(404);
  }

  @Test
  void partsOfAFile() throws Exception {
    master.write("code/environments/production/modules/a/files/f", "0123456789");
    String path = "/puppet/v3/file_content/modules/a/f?environment=production";
    HttpResponse<String> part = master.send(master.as("web1", path).header("Range", "bytes=2-4"));
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("234");
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
    assertThat(master.send(master.as("web1", path).header("Range", "bytes=-3")).body())
        .isEqualTo("789");
    assertThat(master.send(master.as("web1", path).header("Range", "bytes=50-")).statusCode())
        .isEqualTo(416);
  }

  @Test
  void aLargeFileIsStreamed() throws Exception {
    String text = "0123456789abcdef".repeat(200_000);
    master.write("code/environments/production/modules/a/files/big", text);
    HttpResponse<String> response =
        master.get("web1", "/puppet/v3/file_content/modules/a/big?environment=production");
    assertThat(response.body()).isEqualTo(text);
    assertThat(response.headers().firstValue("Content-Length")).contains("3200000");
  }

  @Test
  void reportsAndFactsAreKept() throws Exception {
    HttpResponse<String> response =
        master.send(
            master
                .as("web1", "/puppet/v3/report/web1?environment=production")
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .PUT(
                    BodyPublishers.ofString(
                        "{\"host\":\"web1\",\"transaction_uuid\":\"u1\",\"status\":\"changed\","
                            + "\"environment\":\"production\",\"noop\":true,\"logs\":[{}]}")));
    assertThat(ok(response).toString()).isEqualTo("[\"store\"]");
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    assertThat(
            master
                .store
                .reports()
                .list(new Certname("web1"), today.minusDays(1), today.plusDays(1)))
        .singleElement()
        .satisfies(head -> {
          assertThat(head.id()).isEqualTo("u1");
          assertThat(head.status()).isEqualTo("changed");
          assertThat(head.noop()).isTrue();
        });
    ok(
        master.send(
            master
                .as("web1", "/puppet/v3/facts/web1?environment=production")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(facts("web1")))));
    assertThat(master.store.facts().get(new Certname("web1"))).isPresent();
  }

  @Test
  void theBucketTakesAndGivesOnlyToAdministrators() throws Exception {
    String key =
        "/puppet/v3/file_bucket_file/sha256/"
            + "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03?environment=production";
    assertThat(master.send(master.as("web1", key).HEAD()).statusCode()).isEqualTo(404);
    HttpResponse<String> stored =
        master.send(
            master
                .as("web1", key)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString("hello\n")));
    assertThat(stored.statusCode()).isEqualTo(200);
    assertThat(stored.body()).isEmpty();
    assertThat(master.send(master.as("web1", key).HEAD()).statusCode()).isEqualTo(200);
    assertThat(master.send(master.as("web1", key)).statusCode()).isEqualTo(403);
  }

  @Test
  void environmentsAreListed() throws Exception {
    JsonNode list = ok(master.get("web1", "/puppet/v3/environments"));
    assertThat(list.at("/environments/production/settings/manifest").asText())
        .isEqualTo(directory + "/code/environments/production/manifests");
    assertThat(list.at("/environments/production/settings/environment_timeout").asInt()).isZero();
    assertThat(list.get("search_paths").get(0).asText())
        .isEqualTo("file://" + directory + "/code/environments");
  }

  @Test
  void probesNeedNoCertificate() throws Exception {
    for (String path : List.of("", "/server", "/master", "/ca")) {
      HttpResponse<String> response = master.send(master.anonymous("/status/v1/simple" + path));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("running");
    }
    assertThat(master.send(master.anonymous("/status/v1/simple/none")).statusCode()).isEqualTo(404);
    assertThat(
            ok(master.send(master.anonymous("/status/v1/services/server"))).get("state").asText())
        .isEqualTo("running");
    master.status.enter(MasterStatus.State.STOPPING);
    HttpResponse<String> stopping = master.send(master.anonymous("/status/v1/simple/server"));
    assertThat(stopping.statusCode()).isEqualTo(503);
    assertThat(stopping.body()).isEqualTo("stopping");
  }

  @Test
  void theV4CatalogIsForWhomAuthConfNames(@TempDir Path other) throws Exception {
    String body =
        """
        {"certname":"web1","environment":"production",
         "persistence":{"facts":false,"catalog":false},
         "facts":{"values":{"a":"b"}},"trusted_facts":{"values":{"certname":"web1"}},
         "options":{"capture_logs":true,"log_level":"info"}}
        """;
    assertThat(
            master
                .send(master.as("web1", "/puppet/v4/catalog").POST(BodyPublishers.ofString(body)))
                .statusCode())
        .isEqualTo(403);
    Path auth = other.resolve("auth.conf");
    java.nio.file.Files.writeString(
        auth,
        """
        authorization: { version: 1, rules: [ { name: all, sort-order: 1
          match-request: { path: "/puppet/v4", type: path }, allow: "*" } ] }
        """);
    try (TestMaster open = new TestMaster(other, "auth-conf=" + auth)) {
      open.compiler =
          (request, loader) ->
              new io.bunraku.compiler.CompileResult(
                  new FakeCatalog(request, "u"),
                  List.of(
                      new LogEntry("debug", "d", "Scope(x)", null, 0),
                      new LogEntry("notice", "n", "Scope(x)", "/a.pp", 3)));
      JsonNode answer =
          ok(open.send(open.as("tool", "/puppet/v4/catalog").POST(BodyPublishers.ofString(body))));
      assertThat(answer.at("/catalog/facts").asText()).isEqualTo("{a=b}");
      assertThat(answer.get("logs").toString())
          .isEqualTo(
              "[{\"level\":\"notice\",\"message\":\"n\",\"source\":\"Scope(x)\","
                  + "\"file\":\"/a.pp\",\"line\":3}]");
      assertThat(open.store.catalogs().nodes()).isEmpty();
      assertThat(open.store.facts().get(new Certname("web1"))).isEmpty();
    }
  }
}
