// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.Compiler;
import io.bunraku.master.Compilers;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents are answered while the store is away. */
class StoreAwayTest {
  private static final String NODE = "web1.example.com";
  private static final Certname NAME = new Certname(NODE);
  private static final EnvironmentName PRODUCTION = new EnvironmentName("production");

  @TempDir Path directory;

  private static String form(String claim) {
    String facts = "{\"name\":\"" + NODE + "\",\"values\":{\"kernel\":\"Linux\"" + claim + "}}";
    return "facts_format=application%2Fjson&environment=production&facts=" + encode(encode(facts));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String claim(String codeId) {
    return ",\"bunraku_code\":{\"production\":\"" + codeId + "\"}";
  }

  private static HttpResponse<String> report(TestMaster master, String uuid) throws Exception {
    return master.send(
        master
            .as(NODE, "/puppet/v3/report/" + NODE + "?environment=production")
            .header("Content-Type", "application/json")
            .PUT(
                BodyPublishers.ofString(
                    "{\"transaction_uuid\":\"" + uuid + "\",\"status\":\"changed\"}")));
  }

  /** Until operations fail at once: the first ones are tried for two seconds. */
  private static void takeAway(TestMaster master) {
    master.memory.setDown(true);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> {
          try {
            master.store.nodes().get(NAME);
          } catch (StoreUnavailableException e) {
            return master.store.outage().isPresent();
          }
          return false;
        });
  }

  private static void bringBack(TestMaster master) {
    master.memory.setDown(false);
    await().atMost(Duration.ofSeconds(30)).until(() -> master.store.probe().isEmpty());
  }

  /** Its catalogs have UUIDs of their own, as real ones. */
  private TestMaster serving() throws Exception {
    TestMaster master = new TestMaster(directory, "store.unavailable=serve");
    master.compiler =
        (request, loader) ->
            new CompileResult(new FakeCatalog(request, UUID.randomUUID().toString()), List.of());
    return master;
  }

  private static String codeId(TestMaster master) {
    return String.valueOf(master.store.nodes().get(NAME).orElseThrow().codeId());
  }

  @Test
  void byDefaultCatalogsAreRefusedAndReportsAreKept() throws Exception {
    try (TestMaster master = new TestMaster(directory)) {
      assertThat(master.catalog(NODE, form("")).statusCode()).isEqualTo(200);
      String claim = claim(codeId(master));
      takeAway(master);

      HttpResponse<String> refused = master.catalog(NODE, form(claim));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
      assertThat(report(master, "r-1").statusCode()).isEqualTo(200);
      assertThat(master.spool.status().entries()).isEqualTo(1);

      bringBack(master);
      assertThat(master.drain.all()).isZero();
      assertThat(master.catalog(NODE, form(claim)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aNodeThatSaysWhatItHasHadIsServed() throws Exception {
    try (TestMaster master = serving()) {
      assertThat(master.catalog(NODE, form("")).statusCode()).isEqualTo(200);
      String codeId = codeId(master);
      long before = master.store.nodes().get(NAME).orElseThrow().produced();
      takeAway(master);

      assertThat(master.catalog(NODE, form(claim(codeId))).statusCode()).isEqualTo(200);
      assertThat(master.catalog(NODE, form(",\"bunraku_code\":{}")).statusCode()).isEqualTo(200);
      assertThat(master.catalog(NODE, form("")).statusCode()).as("says nothing").isEqualTo(503);
      assertThat(master.catalog(NODE, form(claim("other"))).statusCode())
          .as("has had code that nobody here knows")
          .isEqualTo(503);
      assertThat(master.spool.holds(NAME)).isTrue();
      assertThat(master.spool.status().entries()).isEqualTo(2);
      String status = master.get(NODE, "/status/v1/services/server?level=debug").body();
      assertThat(status).contains("\"state\":\"away\"", "\"entries\":2", "The store is away");
      assertThat(status).contains("\"memory/node\":1", "\"documents_per_run\":");

      bringBack(master);
      assertThat(master.drain.all()).isZero();
      assertThat(master.store.nodes().get(NAME).orElseThrow().produced()).isGreaterThan(before);
      assertThat(master.store.facts().get(NAME).orElseThrow().values()).containsKey("bunraku_code");
    }
  }

  private static HttpResponse<String> upload(TestMaster master, String kernel) throws Exception {
    String facts =
        "{\"name\":\"%s\",\"values\":{\"kernel\":\"%s\"},\"timestamp\":\"2026-01-01T00:00:00Z\"}"
            .formatted(NODE, kernel);
    return master.send(
        master
            .as(NODE, "/puppet/v3/facts/" + NODE + "?environment=production")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(facts)));
  }

  @Test
  void uploadedFactsWaitWhereCatalogsMay() throws Exception {
    try (TestMaster master = serving()) {
      takeAway(master);
      assertThat(upload(master, "Plan9").statusCode()).isEqualTo(200);
      assertThat(master.spool.status().entries()).isEqualTo(1);
      assertThat(master.spool.holds(NAME)).as("no run waits").isFalse();
      bringBack(master);
      assertThat(master.drain.all()).isZero();
      assertThat(master.store.facts().get(NAME).orElseThrow().values())
          .containsEntry("kernel", "Plan9");
    }
  }

  @Test
  void byDefaultUploadedFactsAreRefused() throws Exception {
    try (TestMaster master = new TestMaster(directory)) {
      takeAway(master);
      assertThat(upload(master, "Plan9").statusCode()).isEqualTo(503);
      assertThat(master.spool.isEmpty()).isTrue();
    }
  }

  @Test
  void aNodeThatHasHadNewerCodeIsRefused() throws Exception {
    try (TestMaster master = serving()) {
      assertThat(master.catalog(NODE, form("")).statusCode()).isEqualTo(200);
      String old = codeId(master);
      master.write("code/environments/production/manifests/site.pp", "notice(2)");
      assertThat(master.catalog(NODE, form("")).statusCode()).isEqualTo(200);
      String newer = codeId(master);
      assertThat(newer).isNotEqualTo(old);
      master.write("code/environments/production/manifests/site.pp", "notice(1)");
      String other = "web2.example.com";
      master.catalog(other, form("").replace(NODE, other)); // the stale tree gets its number
      takeAway(master);
      HttpResponse<String> refused = master.catalog(NODE, form(claim(newer)));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.body()).contains("generation 1", "already had 2");
      assertThat(master.catalog(NODE, form(claim(old))).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatWaitsGoesBeforeWhatIsNew() throws Exception {
    try (TestMaster master = serving()) {
      assertThat(master.catalog(NODE, form("")).statusCode()).isEqualTo(200);
      String claim = claim(codeId(master));
      takeAway(master);
      assertThat(master.catalog(NODE, form(claim)).statusCode()).isEqualTo(200);
      bringBack(master);
      assertThat(master.catalog(NODE, form(claim)).statusCode()).isEqualTo(200);
      assertThat(master.spool.isEmpty()).isTrue();
      assertThat(master.store.nodes().get(NAME).orElseThrow().generation(PRODUCTION)).isEqualTo(1);
    }
  }

  @Test
  void newCodeWaitsForTheStore() throws Exception {
    try (TestMaster master = serving()) {
      assertThat(master.catalog(NODE, form("")).statusCode()).isEqualTo(200);
      String claim = claim(codeId(master));
      takeAway(master);
      master.write("code/environments/production/manifests/site.pp", "notice(3)");
      assertThat(master.catalog(NODE, form(claim)).statusCode())
          .as("nobody can give it a number")
          .isEqualTo(503);
    }
  }

  @Test
  void aCollectorThatCannotBeAnsweredIsRefusedRatherThanFailed() throws Exception {
    try (TestMaster master = serving();
        Compiler real = new Compiler(1, Duration.ofMinutes(1))) {
      master.compiler =
          Compilers.over(
              real, environment -> master.store.exports()::find, java.time.Clock.systemUTC());
      master.write("code/environments/production/manifests/site.pp", "Notify <<| tag == 'x' |>>");
      HttpResponse<String> first = master.catalog(NODE, form(""));
      assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
      String claim = claim(codeId(master));
      takeAway(master);
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(master.catalog(NODE, form(claim)).statusCode())
                  .as("once the replica is older than its bound")
                  .isEqualTo(503));
    }
  }
}
