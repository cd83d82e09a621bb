// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.memory.MemoryBackend;
import io.bunraku.storeconfig.memory.MemoryStore;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.ConflictModel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that runs in another environment than its own, for once or for good. */
class ExportsElsewhereTest {

  private static final Certname WEB = new Certname("web");
  private final MemoryStore store = new MemoryStore(ConflictModel.COMPARE_AND_SET);
  private final StoreConfigs apart = open(true);
  private final StoreConfigs together = open(false);

  private StoreConfigs open(boolean environmentsApart) {
    return StoreConfigs.over(
        new MemoryBackend(store),
        StoreOptions.of("memory", Map.of(), "m").withEnvironmentsApart(environmentsApart));
  }

  @AfterEach
  void close() {
    apart.close();
    together.close();
  }

  private static CompiledRun run(String environment, String path) {
    Resource file = new Resource("File", path, List.of(), null, 0, true, Map.of());
    return new CompiledRun(
        WEB,
        new EnvironmentName(environment),
        1,
        "1",
        null,
        environment + path,
        Bytes.utf8("{}"),
        List.of(new ExportedResource("web", environment, file, Set.of())),
        null);
  }

  private static List<String> collected(StoreConfigs stores, String environment) {
    ResourceQuery query = new ResourceQuery("File", new Filter.Always(), "x", environment);
    return stores.exports().find(query).stream().map(e -> e.resource().title()).toList();
  }

  @Test
  void visit_takesNothingAwayAtHome() {
    apart.store(run("production", "/a"));
    apart.store(run("test", "/a"));
    assertThat(collected(apart, "production")).containsExactly("/a");
    assertThat(collected(apart, "test")).containsExactly("/a");
  }

  @Test
  void twoRunsInARow_areAMove() {
    apart.store(run("production", "/a"));
    apart.store(run("test", "/b"));
    apart.store(run("test", "/b"));
    assertThat(collected(apart, "production")).isEmpty();
    assertThat(collected(apart, "test")).containsExactly("/b");
  }

  @Test
  void visitorWhoIsHomeAgain_exportsNothingElsewhere() {
    apart.store(run("production", "/a"));
    apart.store(run("test", "/b"));
    apart.store(run("production", "/c"));
    assertThat(collected(apart, "production")).containsExactly("/c");
    apart.store(run("production", "/c"));
    assertThat(collected(apart, "test")).isEmpty();
  }

  @Test
  void runThatWaitedInTheSpool_isAVisitToo() {
    apart.store(run("production", "/a"));
    assertThat(apart.storeLate(run("test", "/b"), System.currentTimeMillis() + 60_000)).isTrue();
    assertThat(collected(apart, "production")).containsExactly("/a");
    assertThat(collected(apart, "test")).containsExactly("/b");
  }

  @Test
  void deactivatedNodeThatComesBackElsewhere_doesNotBringBackWhatItHad() {
    apart.store(run("production", "/a"));
    apart.nodes().deactivate(WEB);
    apart.store(run("test", "/b"));
    assertThat(collected(apart, "production")).isEmpty();
  }

  @Test
  void nodeOfManyEnvironments_keepsThoseOfTheLastAlone() {
    for (int i = 0; i < 25; i++) {
      apart.store(run("e" + i, "/a"));
    }
    assertThat(collected(apart, "e0")).isEmpty();
    assertThat(collected(apart, "e24")).containsExactly("/a");
  }

  @Test
  void whereAllCollectFromAll_theLastRunCounts() {
    together.store(run("production", "/a"));
    together.store(run("test", "/b"));
    assertThat(collected(together, "production")).isEmpty();
    assertThat(collected(together, "test")).containsExactly("/b");
  }
}
