// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.StoreOptions;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.ResourcePushdown;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Law 5, for backends that find exports by themselves. */
public abstract class PushdownContract extends BackendContract {

  @Test
  void law5_candidatesHoldAllThatTheQueryAccepts() {
    ResourcePushdown pushdown =
        orSkip(backend().ability(ResourcePushdown.class), "the backend does not find exports");
    Random random = new Random(5);
    StoreConfigs stores =
        StoreConfigs.over(backend(), StoreOptions.of(provider().name(), Map.of(), "m"));
    List<ExportedResource> all =
        IntStream.range(0, 60)
            .boxed()
            .flatMap(n -> Samples.exports("node" + n, random).stream())
            .toList();
    IntStream.range(0, 60)
        .forEach(n -> {
          String node = "node" + n;
          List<ExportedResource> own = all.stream().filter(e -> e.node().equals(node)).toList();
          stores.exports().replace(Samples.node(node), Samples.stamp(1, 1, 1), own);
        });
    for (int i = 0; i < 100; i++) {
      Filter filter = Samples.filter(random, 3);
      ResourceQuery query = new ResourceQuery("File", filter, "asker", null);
      assertThat(candidates(pushdown, query)).containsAll(accepted(all, query));
    }
  }

  private static Set<String> candidates(ResourcePushdown pushdown, ResourceQuery query) {
    Set<String> nodes = new TreeSet<>();
    try (Cursor<Entry> cursor = pushdown.candidates(query)) {
      cursor.forEachRemaining(e -> nodes.add(e.key().name()));
    }
    return nodes;
  }

  private static Set<String> accepted(List<ExportedResource> all, ResourceQuery query) {
    Set<String> nodes = new TreeSet<>();
    all.stream()
        .filter(e -> e.resource().type().equals(query.type()))
        .filter(e -> query.filter().test(e.resource()))
        .forEach(e -> nodes.add(e.node()));
    return nodes;
  }
}
