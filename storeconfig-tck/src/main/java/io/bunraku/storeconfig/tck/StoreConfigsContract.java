// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static io.bunraku.storeconfig.tck.Samples.DEV;
import static io.bunraku.storeconfig.tck.Samples.PRODUCTION;
import static io.bunraku.storeconfig.tck.Samples.export;
import static io.bunraku.storeconfig.tck.Samples.node;
import static io.bunraku.storeconfig.tck.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.CodeStore;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.Put;
import io.bunraku.storeconfig.RunOutcome;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.Authority;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.CertificateRequest;
import io.bunraku.storeconfig.model.CodeVersion;
import io.bunraku.storeconfig.model.Crl;
import io.bunraku.storeconfig.model.IssuedCertificate;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.model.Revocation;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.Projection;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole domain over the backend, with two masters on one store. */
public abstract class StoreConfigsContract extends BackendContract {
  private static final Keyring KEYS = new Keyring(1, Map.of(1, Bytes.of(new byte[32])));
  private StoreConfigs one;
  private StoreConfigs two;

  @BeforeEach
  void openStores() {
    one = open("one");
    two = open("two");
  }

  private StoreConfigs open(String master) {
    return open(master, new SimpleMeterRegistry());
  }

  private StoreConfigs open(String master, MeterRegistry meters) {
    StoreOptions options =
        StoreOptions.of(provider().name(), Map.of(), master)
            .withMeters(meters)
            .withBound(Duration.ZERO)
            .withDeadline(Duration.ofSeconds(60))
            .withKeyring(KEYS);
    return StoreConfigs.over(provider().open(settings()), options);
  }

  @AfterEach
  void closeStores() {
    one.close();
    two.close();
  }

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

  private static void inParallel(List<StoreConfigs> masters, Consumer<StoreConfigs> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      masters.forEach(m -> all.add(threads.submit(() -> work.accept(m))));
      for (Future<?> f : all) {
        f.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new AssertionError(e.getCause() == null ? e : e.getCause());
    }
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

  // code

  @Test
  void law1_aCodedirIsPublishedAndAStaleCheckoutIsNot() {
    CodeStore.Published first = one.code().publish(PRODUCTION, "tree1", 8);
    assertThat(first).isInstanceOf(CodeStore.Published.New.class);
    assertThat(two.code().publish(PRODUCTION, "tree1", 8))
        .isEqualTo(new CodeStore.Published.Current(first.head()));
    CodeVersion second = two.code().publish(PRODUCTION, "tree2", 8).head();
    assertThat(second.generation()).isGreaterThan(first.head().generation());
    assertThat(one.code().publish(PRODUCTION, "tree1", 8))
        .isEqualTo(new CodeStore.Published.Stale(second, first.head().generation()));
    CodeVersion third = one.code().publish(PRODUCTION, "tree2", 7).head();
    assertThat(two.code().head(PRODUCTION)).contains(third);
    assertThat(one.code().history(PRODUCTION)).containsExactly(third, second, first.head());
  }

  @Test
  void law2_aDeployNeedsTheHeadThatItHasSeen() {
    CodeVersion first = one.code().deploy(PRODUCTION, "tree1", 8, 0).orElseThrow();
    assertThat(two.code().deploy(PRODUCTION, "tree2", 8, 0)).isEmpty();
    CodeVersion second =
        two.code().deploy(PRODUCTION, "tree2", 8, first.generation()).orElseThrow();
    CodeVersion back = one.code().deploy(PRODUCTION, "tree1", 8, second.generation()).orElseThrow();
    assertThat(back.generation()).isGreaterThan(second.generation());
    assertThat(two.code().head(PRODUCTION)).contains(back);
  }

  @Test
  void law2_aRemovedEnvironmentGoesOnCounting() {
    CodeVersion first = one.code().publish(PRODUCTION, "tree1", 8).head();
    one.code().publish(DEV, "tree1", 8);
    two.code().remove(PRODUCTION);
    assertThat(one.code().heads()).extracting(CodeVersion::environment).containsExactly(DEV);
    assertThat(one.code().publish(PRODUCTION, "tree1", 8).head().generation())
        .isGreaterThan(first.generation() + 1);
  }

  @Test
  void law2_oneGenerationIsOneTree() {
    int each = isReliable() ? 10 : 4;
    List<CodeVersion> all = Collections.synchronizedList(new ArrayList<>());
    inParallel(
        List.of(one, two, one, two),
        stores ->
            IntStream.range(0, each)
                .forEach(i -> {
                  String tree = "tree-" + Thread.currentThread().threadId() + "-" + i;
                  all.add(stores.code().publish(PRODUCTION, tree, 8).head());
                }));
    Set<String> trees = new TreeSet<>();
    all.forEach(v -> trees.add(v.generation() + " " + v.tree()));
    Set<Long> generations = new TreeSet<>();
    all.forEach(v -> generations.add(v.generation()));
    assertThat(trees).hasSameSizeAs(generations);
    assertThat(one.code().history(PRODUCTION))
        .extracting(v -> v.generation() + " " + v.tree())
        .containsAll(trees);
  }

  @Test
  void law7_contentIsKeptByItsHash() {
    Bytes content = Bytes.utf8("class a { }");
    String hash = one.code().putBlob(content);
    assertThat(two.code().putBlob(content)).isEqualTo(hash);
    assertThat(two.code().blob(hash)).contains(content);
    assertThat(two.code().blob("0".repeat(64))).isEmpty();
  }

  // certificates

  private static IssuedCertificate certificate(String node, long serial, long issued) {
    return new IssuedCertificate(
        node(node), BigInteger.valueOf(serial), "pem " + serial, issued, issued + 1000);
  }

  @Test
  void law2_oneAuthorityStands() {
    Authority first = new Authority(1, "first", Bytes.utf8("key"));
    assertThat(one.ca().establish(first)).isEqualTo(first);
    assertThat(two.ca().establish(new Authority(1, "second", Bytes.utf8("key2")))).isEqualTo(first);
    Authority next = new Authority(2, "next", Bytes.utf8("key3"));
    assertThat(two.ca().establish(next)).isEqualTo(next);
    assertThat(one.ca().authority()).contains(next);
  }

  @Test
  void law2_theFirstRequestWaitsUntilItIsAnswered() {
    CertificateRequest first = new CertificateRequest(node("a"), "first", 10);
    assertThat(one.ca().submit(first)).isEqualTo(first);
    assertThat(two.ca().submit(new CertificateRequest(node("a"), "second", 20))).isEqualTo(first);
    assertThat(two.ca().requests()).containsExactly(first);
    assertThat(two.ca().removeRequest(node("a"))).isTrue();
    assertThat(one.ca().removeRequest(node("a"))).isFalse();
    assertThat(one.ca().request(node("a"))).isEmpty();
    assertThat(one.ca().submit(new CertificateRequest(node("a"), "third", 5)).pem())
        .isEqualTo("third");
  }

  @Test
  void law2_oneCertificateIsCurrent() {
    one.ca().submit(new CertificateRequest(node("a"), "csr", 10));
    IssuedCertificate first = certificate("a", 1, 100);
    assertThat(one.ca().issue(first)).isEqualTo(first);
    assertThat(two.ca().issue(certificate("a", 2, 200))).isEqualTo(first);
    assertThat(one.ca().requests()).isEmpty();
    IssuedCertificate renewed = certificate("a", 3, 300);
    assertThat(two.ca().renew(renewed, BigInteger.ONE)).isEqualTo(renewed);
    assertThat(one.ca().renew(certificate("a", 4, 400), BigInteger.ONE)).isEqualTo(renewed);
    assertThat(one.ca().certificates()).containsExactly(renewed);
    assertThat(one.ca().issuedTo(node("a"))).contains(renewed, first);
    assertThat(two.ca().clean(node("a"))).contains(renewed);
    assertThat(one.ca().certificate(node("a"))).isEmpty();
    IssuedCertificate again = certificate("a", 5, 500);
    assertThat(one.ca().issue(again)).isEqualTo(again);
  }

  @Test
  void law2_mastersThatSignAtOnceAgreeOnOne() {
    List<IssuedCertificate> told = Collections.synchronizedList(new ArrayList<>());
    inParallel(
        List.of(one, two),
        stores -> {
          int serial = stores.hashCode();
          stores.ca().issue(certificate("a", serial, 100));
        });
    quiesce();
    told.add(one.ca().certificate(node("a")).orElseThrow());
    told.add(two.ca().certificate(node("a")).orElseThrow());
    assertThat(told.get(0)).isEqualTo(told.get(1));
  }

  @Test
  void law2_revokedStaysRevoked() {
    inParallel(
        List.of(one, two),
        stores ->
            IntStream.range(0, 10)
                .mapToObj(i -> BigInteger.valueOf(i + (stores.equals(one) ? 0L : 5L)))
                .forEach(s -> stores.ca().revoke(List.of(new Revocation(s, 50, 1)))));
    one.ca().revoke(List.of(new Revocation(BigInteger.ONE, 99, 0)));
    assertThat(two.ca().revocations()).hasSize(15);
    assertThat(two.ca().revocations().get(BigInteger.ONE))
        .isEqualTo(new Revocation(BigInteger.ONE, 50, 1));
  }

  @Test
  void law2_aRevocationListOnlyGoesForward() {
    assertThat(one.ca().publish(new Crl(1, "one"))).isTrue();
    assertThat(two.ca().publish(new Crl(3, "three"))).isTrue();
    assertThat(one.ca().publish(new Crl(2, "two"))).isFalse();
    assertThat(one.ca().crl()).contains(new Crl(3, "three"));
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
