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
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

  /**
   * How a load was answered.
   *
   * @param served catalogs
   * @param refused catalogs that were not sent
   * @param failed requests without an answer
   * @param retryAfter refusals with that header
   * @param slowest time until a refusal, in milliseconds
   */
  record Tally(
      AtomicInteger served,
      AtomicInteger refused,
      AtomicInteger failed,
      AtomicInteger retryAfter,
      AtomicLong slowest) {
    Tally() {
      this(
          new AtomicInteger(),
          new AtomicInteger(),
          new AtomicInteger(),
          new AtomicInteger(),
          new AtomicLong());
    }

    private void count(HttpResponse<String> answer, Duration took) {
      if (answer.statusCode() == 200) {
        served.incrementAndGet();
      } else {
        refused.incrementAndGet();
        slowest.accumulateAndGet(took.toMillis(), Math::max);
        retryAfter.addAndGet(answer.headers().firstValue("Retry-After").isPresent() ? 1 : 0);
      }
    }

    @Override
    public String toString() {
      return "%d catalogs served, %d refused (the slowest in %d ms), %d without an answer"
          .formatted(served.get(), refused.get(), slowest.get(), failed.get());
    }
  }

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

  /**
   * Ten catalogs and ten reports a second for some time, and as many as there are nodes at least;
   * what is slow does not hold the others up. A node whose turn comes while it still waits for an
   * answer is passed over, as an agent has one run at a time.
   */
  Tally load(Duration time, Runs runs) {
    Tally tally = new Tally();
    Semaphore[] idle = new Semaphore[nodes];
    for (int i = 0; i < nodes; i++) {
      idle[i] = new Semaphore(1);
    }
    long began = System.nanoTime();
    try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < nodes || System.nanoTime() - began < time.toNanos(); i++) {
        int n = i % nodes;
        if (idle[n].tryAcquire()) {
          agents.execute(() -> {
            run(node(n), runs, tally);
            idle[n].release();
          });
        }
        LockSupport.parkNanos(began + (i + 1) * PERIOD.toNanos() - System.nanoTime());
      }
    }
    return tally;
  }

  private void run(String node, Runs runs, Tally tally) {
    String run = UUID.randomUUID().toString();
    long began = System.nanoTime();
    try {
      runs.asks(node, run);
      HttpResponse<String> answer = catalog(node, run);
      tally.count(answer, Duration.ofNanos(System.nanoTime() - began));
      if (answer.statusCode() == 200) {
        runs.isServed(node);
      }
      if (report(node, run).statusCode() == 200) {
        runs.reported(run);
      }
    } catch (IOException e) {
      tally.failed.incrementAndGet(); // the master was killed
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first operations of an outage are tried for two seconds. */
  void awaitRefusal() {
    await().atMost(Duration.ofSeconds(60)).until(() -> !isServed());
  }

  /** Asks for a node of its own, whose runs are not counted. */
  boolean isServed() throws IOException, InterruptedException {
    return catalog("probe.example.com", "probe").statusCode() == 200;
  }

  /** Facts that a node uploads by themselves. */
  HttpResponse<String> facts(String node, String run) throws IOException, InterruptedException {
    String json =
        "{\"name\":\"%s\",\"values\":{\"run\":\"%s\"},\"timestamp\":\"2026-01-01T00:00:00Z\"}"
            .formatted(node, run);
    return http.send(
        as(node, "facts")
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /** What the master says of its store and its spool. */
  String details() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + "/status/v1/services/server?level=debug");
    return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
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
