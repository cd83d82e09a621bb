// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Simulated agents that ask for ten catalogs a second behind a trusted balancer. */
final class Fleet implements AutoCloseable {
  private static final Pattern CODE_ID = Pattern.compile("\"code_id\":\"([^\"]+)\"");
  private static final Duration PERIOD = Duration.ofMillis(100);
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final int nodes;
  private String codeId = "";

  /** How a load was answered. */
  record Tally(int served, int refused, int retryAfter, Duration slowest) {}

  Fleet(int port, int nodes) {
    this.port = port;
    this.nodes = nodes;
  }

  private static String node(int i) {
    return "node" + i + ".example.com";
  }

  /** Each node gets a catalog, and knows afterwards what code it has had. */
  void learnCode() throws IOException, InterruptedException {
    for (int i = 0; i < nodes; i++) {
      HttpResponse<String> answer = catalog(node(i), "first");
      Matcher found = CODE_ID.matcher(answer.body());
      if (answer.statusCode() != 200 || !found.find()) {
        throw new IOException("No catalog: " + answer.statusCode() + " " + answer.body());
      }
      codeId = found.group(1);
    }
  }

  /** Ten catalogs and ten reports a second for some time; what is acknowledged is noted. */
  Tally load(Duration time, Map<String, String> acknowledged, List<String> reports)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    int served = 0;
    int refused = 0;
    int retryAfter = 0;
    Duration slowest = Duration.ZERO;
    for (int i = 0; System.nanoTime() < end || i < nodes; i++) {
      long began = System.nanoTime();
      String run = UUID.randomUUID().toString();
      HttpResponse<String> answer = catalog(node(i % nodes), run);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      if (answer.statusCode() == 200) {
        served++;
        acknowledged.put(node(i % nodes), run);
      } else {
        refused++;
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        retryAfter += answer.headers().firstValue("Retry-After").isPresent() ? 1 : 0;
      }
      if (report(node(i % nodes), run).statusCode() == 200) {
        reports.add(run);
      }
      LockSupport.parkNanos(PERIOD.toNanos() - (System.nanoTime() - began));
    }
    return new Tally(served, refused, retryAfter, slowest);
  }

  /** The first operations of an outage are tried for two seconds. */
  void awaitRefusal() {
    await().atMost(Duration.ofSeconds(60)).until(() -> !isServed());
  }

  boolean isServed() throws IOException, InterruptedException {
    return catalog(node(0), "probe").statusCode() == 200;
  }

  private HttpResponse<String> catalog(String node, String run)
      throws IOException, InterruptedException {
    String claim = codeId.isEmpty() ? "{}" : "{\"production\":\"" + codeId + "\"}";
    String facts =
        "{\"name\":\"%s\",\"values\":{\"run\":\"%s\",\"bunraku_code\":%s}}"
            .formatted(node, run, claim);
    String form =
        "facts_format=application%2Fjson&environment=production&facts=" + encode(encode(facts));
    return http.send(
        as(node, "catalog")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> report(String node, String run)
      throws IOException, InterruptedException {
    String json = "{\"transaction_uuid\":\"" + run + "\",\"status\":\"changed\"}";
    return http.send(
        as(node, "report")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder as(String node, String kind) {
    URI uri =
        URI.create(
            "http://127.0.0.1:%d/puppet/v3/%s/%s?environment=production"
                .formatted(port, kind, node));
    return HttpRequest.newBuilder(uri)
        .timeout(Duration.ofSeconds(60))
        .header("X-Client-Verify", "SUCCESS")
        .header("X-Client-DN", "CN=" + node);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
