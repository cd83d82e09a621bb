// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.master.Stores;
import io.bunraku.master.config.ConfigException;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a master's load has left behind: in a local store, and in the spool. */
record StoredRuns(Path vardir, Path store) {

  /** Whether all that was acknowledged is in the store. */
  void assertHold(Map<String, String> acknowledged, List<String> reports) throws ConfigException {
    MasterConfig config = // with the keys that the masters made
        ConfigLoader.load(
            null, List.of("vardir=" + vardir, "store.backend=local", "store.path=" + store));
    try (StoreConfigs stores = Stores.open(config)) {
      acknowledged.forEach((node, run) -> {
        Certname name = new Certname(node);
        assertThat(stores.catalogs().get(name).orElseThrow().json().text())
            .as(node)
            .contains("\"title\":\"" + run + "\"");
        assertThat(stores.nodes().get(name).map(NodeState::generations).orElseThrow()).hasSize(1);
      });
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      assertThat(stores.reports().list(null, today.minusDays(1), today))
          .extracting(h -> h.id())
          .containsAll(reports);
    }
  }

  /** How many entries wait in the spool. */
  long spooled() throws IOException {
    try (var files = Files.list(vardir.resolve("spool"))) {
      return files.filter(f -> f.toString().endsWith(".entry")).count();
    }
  }
}
