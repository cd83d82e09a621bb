// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.master.Stores;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a master's load has left behind: in its store, and in the spool.
 *
 * @param vardir of the masters, whose keys are there
 * @param store settings to read the store with
 */
record StoredRuns(Path vardir, Map<String, String> store) {

  /** Whether each catalog that was acknowledged is in the store, or one asked for later. */
  void assertCatalogs(Runs runs) throws ConfigException {
    try (StoreConfigs stores = open()) {
      runs.possible().forEach((node, possible) -> assertStored(stores, node, possible));
    }
  }

  private static void assertStored(StoreConfigs stores, String node, List<String> possible) {
    Certname name = new Certname(node);
    String catalog = stores.catalogs().get(name).orElseThrow().json().text();
    assertThat(possible)
        .as("the stored catalog of %s is of one of these runs: %s", node, catalog)
        .anyMatch(run -> catalog.contains("\"title\":\"" + run + "\""));
    assertThat(stores.nodes().get(name).map(NodeState::generations).orElse(Map.of())).hasSize(1);
  }

  /** Whether each report that was acknowledged is in the store. */
  void assertReports(Runs runs) throws ConfigException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (StoreConfigs stores = open()) {
      assertThat(stores.reports().list(null, today.minusDays(1), today))
          .extracting(h -> h.id())
          .containsAll(runs.reports());
    }
  }

  private StoreConfigs open() throws ConfigException {
    List<String> config = new ArrayList<>(List.of("vardir=" + vardir));
    store.forEach((name, value) -> config.add("store." + name + "=" + value));
    return Stores.open(ConfigLoader.load(null, config));
  }

  /** How many entries wait in the spool. */
  long spooled() throws IOException {
    try (var files = Files.list(vardir.resolve("spool"))) {
      return files.filter(f -> f.toString().endsWith(".entry")).count();
    }
  }
}
