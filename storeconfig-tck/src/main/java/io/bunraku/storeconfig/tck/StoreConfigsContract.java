// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static io.bunraku.storeconfig.tck.Samples.DEV;
import static io.bunraku.storeconfig.tck.Samples.PRODUCTION;
import static io.bunraku.storeconfig.tck.Samples.export;
import static io.bunraku.storeconfig.tck.Samples.node;
import static io.bunraku.storeconfig.tck.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.Put;
import io.bunraku.storeconfig.RunOutcome;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Authority;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.Projection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Runs, facts, exports and reports over the backend, with two masters on one store. */
public abstract class StoreConfigsContract extends TwoMasters {
  private static ResourceQuery query(String type, Filter filter) {
    return new ResourceQuery(type, filter, "asker", null);
  }

  private static List<String> titles(StoreConfigs stores, ResourceQuery query) {
    return stores.exports().find(query).stream()
        .map(e -> e.node() + ":" + e.resource().title())
        .toList();
  }

  // runs

  @Test
  void law1_aRunIsStoredWhole() {
    RunOutcome outcome =
        one.store(run("web", PRODUCTION, 3, "first", export("web", "File", "/a", "mode", "1")));
    assertThat(outcome).isInstanceOf(RunOutcome.Stored.class);
    assertThat(two.catalogs().get(node("web")).orElseThrow().json().text()).contains("first");
    assertThat(two.exports().of(node("web"))).hasSize(1);
    NodeState state = two.nodes().get(node("web")).orElseThrow();
    assertThat(state.generation(PRODUCTION)).isEqualTo(3);
    assertThat(state.isActive()).isTrue();
    assertThat(state.assignment()).isEqualTo(1);
    assertThat(two.catalogs().nodes()).containsExactly(node("web"));
  }

  @Test
  void law1_anUnchangedCatalogIsNotWrittenAgain() {
    one.store(run("web", PRODUCTION, 3, "same"));
    var before = one.catalogs().get(node("web")).orElseThrow();
    RunOutcome again = two.store(run("web", PRODUCTION, 3, "same"));
    RunOutcome changed = one.store(run("web", PRODUCTION, 3, "new"));
    assertThat(changed).isInstanceOf(RunOutcome.Stored.class);
    assertThat(two.catalogs().get(node("web")).orElseThrow().json().text()).contains("new");
    if (isReliable()) {
      assertThat(again).isEqualTo(new RunOutcome.Stored(before.stamp(), false));
      assertThat(((RunOutcome.Stored) changed).catalogWritten()).isTrue();
    }
  }

  /** Reads are cheap or cached; a write costs a flush, a quorum or money. */
  @Test
  void law1_anUnchangedRunWritesOneDocument() {
    MeterRegistry meters = new SimpleMeterRegistry();
    try (StoreConfigs counted = open("counted", meters)) {
      counted.store(run("web", PRODUCTION, 3, "same", export("web", "File", "/a", "mode", "1")));
      Map<String, Long> before = written(meters);
      counted.store(run("web", PRODUCTION, 3, "same", export("web", "File", "/a", "mode", "1")));
      Map<String, Long> after = written(meters);
      assertThat(after.keySet()).contains("node", "catalog", "exports");
      if (isReliable()) {
        before.merge("node", 1L, Long::sum);
        assertThat(after).isEqualTo(before);
      }
    }
  }

  /** How many documents were written, by the first segment of their keys. */
  private static Map<String, Long> written(MeterRegistry meters) {
    Map<String, Long> written = new TreeMap<>();
    for (var summary : meters.find("bunraku.store.written").summaries()) {
      written.merge(String.valueOf(summary.getId().getTag("kind")), summary.count(), Long::sum);
    }
    return written;
  }

  @Test
  void law2_anOlderGenerationIsStaleAndChangesNothing() {
    one.store(run("web", PRODUCTION, 5, "five"));
    assertThat(two.store(run("web", PRODUCTION, 4, "four"))).isEqualTo(new RunOutcome.Stale(5));
    assertThat(one.catalogs().get(node("web")).orElseThrow().json().text()).contains("five");
  }

  @Test
  void law2_theGuardRemembersEachEnvironment() {
    one.store(run("web", PRODUCTION, 5, "production five"));
    assertThat(two.store(run("web", DEV, 1, "dev one"))).isInstanceOf(RunOutcome.Stored.class);
    assertThat(one.store(run("web", PRODUCTION, 4, "back"))).isEqualTo(new RunOutcome.Stale(5));
    assertThat(one.store(run("web", PRODUCTION, 5, "back"))).isInstanceOf(RunOutcome.Stored.class);
    NodeState state = two.nodes().get(node("web")).orElseThrow();
    assertThat(state.assignment()).isEqualTo(3);
    assertThat(state.generations()).isEqualTo(Map.of(PRODUCTION, 5L, DEV, 1L));
  }

  @Test
  void law2_concurrentRunsNeverStepBack() {
    int rounds = isReliable() ? 20 : 8;
    inParallel(
        List.of(one, two),
        stores ->
            IntStream.rangeClosed(1, rounds)
                .forEach(g -> {
                  stores.store(run("web", PRODUCTION, g, "g" + g));
                  assertThat(generation(stores)).isGreaterThanOrEqualTo(g);
                }));
    quiesce();
    assertThat(generation(one)).isEqualTo(rounds);
    assertThat(one.catalogs().get(node("web")).orElseThrow().json().text())
        .contains("\"g" + rounds + "\"");
  }

  private static long generation(StoreConfigs stores) {
    return stores.nodes().get(node("web")).orElseThrow().generation(PRODUCTION);
  }

  // facts

  @Test
  void law1_factsComeBackWithTheVolatileOnes() {
    Map<String, Object> values =
        Map.of("os", Map.of("family", "Debian"), "uptime", "1 day", "n", 5L, "list", List.of(1L));
    assertThat(one.facts().put(Samples.facts("web", 1000, values))).isEqualTo(Put.WRITTEN);
    assertThat(two.facts().get(node("web")).orElseThrow().values()).isEqualTo(values);
  }

  @Test
  void law1_onlyVolatileFactsChangedIsUnchanged() {
    one.facts().put(Samples.facts("web", 1000, Map.of("os", "a", "uptime", "1 day")));
    Put again = two.facts().put(Samples.facts("web", 2000, Map.of("os", "a", "uptime", "2 days")));
    assertThat(again).isIn(Put.UNCHANGED, isReliable() ? Put.UNCHANGED : Put.WRITTEN);
    assertThat(one.facts().get(node("web")).orElseThrow().values())
        .containsEntry("uptime", "2 days");
  }

  @Test
  void law2_olderFactsAreStale() {
    one.facts().put(Samples.facts("web", 2000, Map.of("os", "new")));
    assertThat(two.facts().put(Samples.facts("web", 1000, Map.of("os", "old"))))
        .isEqualTo(Put.STALE);
    assertThat(one.facts().get(node("web")).orElseThrow().values()).containsEntry("os", "new");
  }

  @Test
  void law4_factsAreSearched() {
    one.facts().put(Samples.facts("a", 1000, Map.of("os", "x")));
    one.facts().put(Samples.facts("b", 1000, Map.of("os", "y")));
    one.facts().put(Samples.facts("c", 1000, Map.of("os", "x")));
    two.nodes().deactivate(node("c"));
    assertThat(two.facts().search(f -> "x".equals(f.values().get("os"))))
        .containsExactly(node("a"));
  }

  // exports

  @Test
  void law5_collectorsFindWhatOthersExport() {
    one.store(run("b", PRODUCTION, 1, "b", export("b", "File", "/2"), export("b", "File", "/1")));
    one.store(run("a", PRODUCTION, 1, "a", export("a", "File", "/3"), export("a", "Host", "h")));
    one.store(run("asker", PRODUCTION, 1, "asker", export("asker", "File", "/own")));
    for (StoreConfigs stores : List.of(one, two)) {
      assertThat(titles(stores, query("File", new Filter.Always())))
          .containsExactly("a:/3", "b:/1", "b:/2");
    }
  }

  @Test
  void law5_filtersMeanWhatPuppetMeans() {
    one.store(
        run(
            "a",
            PRODUCTION,
            1,
            "a",
            export("a", "File", "/x", "mode", "0644", "ports", List.of("80", "443")),
            export("a", "File", "/y", "mode", "0755", "port", 80L)));
    assertThat(titles(two, query("File", new Filter.Eq("mode", "0644")))).containsExactly("a:/x");
    assertThat(titles(two, query("File", new Filter.NotEq("mode", "0644"))))
        .containsExactly("a:/y");
    assertThat(titles(two, query("File", new Filter.Eq("ports", "443")))).containsExactly("a:/x");
    assertThat(titles(two, query("File", new Filter.Eq("port", 80L)))).containsExactly("a:/y");
    assertThat(titles(two, query("File", new Filter.Eq("port", "80")))).isEmpty();
    assertThat(titles(two, query("File", new Filter.Eq("title", "/x")))).containsExactly("a:/x");
    assertThat(titles(two, query("File", new Filter.Eq("tag", "FILE")))).hasSize(2);
  }

  @Test
  void law3_aMastersOwnExportsAreFoundAtOnceAndReplacedWhole() {
    one.store(run("a", PRODUCTION, 1, "1", export("a", "File", "/x"), export("a", "Host", "h")));
    assertThat(titles(one, query("File", new Filter.Always()))).containsExactly("a:/x");
    one.store(run("a", PRODUCTION, 1, "2", export("a", "File", "/y")));
    assertThat(titles(one, query("File", new Filter.Always()))).containsExactly("a:/y");
    assertThat(titles(one, query("Host", new Filter.Always()))).isEmpty();
    one.store(run("a", PRODUCTION, 1, "3"));
    assertThat(titles(one, query("File", new Filter.Always()))).isEmpty();
    assertThat(titles(two, query("File", new Filter.Always()))).isEmpty();
  }

  @Test
  void law4_aDeactivatedNodeVanishesAndComesBackWithItsNextRun() {
    one.store(run("a", PRODUCTION, 1, "1", export("a", "File", "/x")));
    assertThat(titles(two, query("File", new Filter.Always()))).hasSize(1);
    assertThat(one.nodes().deactivate(node("a"))).isTrue();
    assertThat(one.nodes().deactivate(node("a"))).isFalse();
    assertThat(titles(one, query("File", new Filter.Always()))).isEmpty();
    assertThat(titles(two, query("File", new Filter.Always()))).isEmpty();
    assertThat(two.nodes().get(node("a")).orElseThrow().isActive()).isFalse();
    two.store(run("a", PRODUCTION, 1, "1", export("a", "File", "/x")));
    assertThat(titles(one, query("File", new Filter.Always()))).hasSize(1);
    assertThat(one.nodes().get(node("a")).orElseThrow().isActive()).isTrue();
  }

  @Test
  void law4_aPurgedNodeKeepsItsGenerations() {
    one.store(run("a", PRODUCTION, 7, "1", export("a", "File", "/x")));
    two.nodes().purge(node("a"));
    assertThat(one.catalogs().get(node("a"))).isEmpty();
    assertThat(titles(one, query("File", new Filter.Always()))).isEmpty();
    assertThat(one.store(run("a", PRODUCTION, 6, "old"))).isEqualTo(new RunOutcome.Stale(7));
    assertThat(one.nodes().all()).extracting(NodeState::node).containsExactly(node("a"));
  }

  @Test
  void law7_secretsAreNotReadableInTheStore() {
    one.store(run("a", PRODUCTION, 1, "TOPSECRET", export("a", "File", "/x", "c", "TOPSECRET")));
    one.ca().establish(new Authority(1, "pem", Bytes.utf8("TOPSECRET")));
    assertThat(scan("", Projection.VALUES))
        .isNotEmpty()
        .allSatisfy(
            e -> e.values().forEach(v -> assertThat(v.bytes().text()).doesNotContain("TOPSECRET")));
  }

  // reports

  @Test
  void law1_reportsAreKeptOnceListedAndDropped() {
    long day = Duration.ofDays(1).toMillis();
    Report a = new Report(node("a"), "id-1", day, "changed", "production", false, Bytes.utf8("{}"));
    Report b = new Report(node("b"), "id-2", day + 5, "failed", null, true, Bytes.utf8("{1}"));
    Report c = new Report(node("a"), "id-3", 3 * day, "?", "odd name", false, Bytes.utf8("{2}"));
    assertThat(List.of(one.reports().put(a), one.reports().put(b), one.reports().put(c)))
        .containsOnly(Put.WRITTEN);
    assertThat(two.reports().put(a)).isEqualTo(Put.UNCHANGED);
    LocalDate from = LocalDate.EPOCH;
    LocalDate to = LocalDate.EPOCH.plusDays(5);
    var all = two.reports().list(null, from, to);
    assertThat(all).extracting(h -> h.id()).containsExactly("id-3", "id-2", "id-1");
    assertThat(two.reports().list(node("a"), from, from.plusDays(1))).hasSize(1);
    assertThat(two.reports().get(all.get(1))).contains(b);
    assertThat(two.reports().dropBefore(from.plusDays(2))).isEqualTo(2);
    assertThat(one.reports().list(null, from, to)).hasSize(1);
  }

  @Test
  void law6_theStoresAreUpAndCloseTwice() {
    assertThat(one.health().up()).isTrue();
    one.close();
    one.close();
    assertThat(one.health().up()).isFalse();
    assertThat(two.health().up()).isTrue();
  }
}
