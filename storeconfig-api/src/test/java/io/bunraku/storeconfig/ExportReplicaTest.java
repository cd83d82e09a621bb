// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Resource;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.query.Filter;
import io.bunraku.storeconfig.query.ResourceQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The indexes of the replica against the reference meaning of a query. */
class ExportReplicaTest {
  private static final String[] WORDS = {"a", "b", "c", "d"};
  private final Random random = new Random(20261128);
  private final ExportReplica replica = new ExportReplica();
  private final Map<String, ExportSet> model = new TreeMap<>();
  private long produced;

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private Object value() {
    return switch (random.nextInt(7)) {
      case 0 -> 1L;
      case 1 -> 1.0;
      case 2 -> true;
      case 3 -> List.of(word(), word());
      case 4 -> List.of(1L, word());
      case 5 -> Map.of("k", word());
      default -> word();
    };
  }

  private ExportedResource resource(String node, int number) {
    Map<String, Object> parameters = new HashMap<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parameters.put("p" + random.nextInt(3), value());
    }
    Resource resource =
        new Resource(
            random.nextBoolean() ? "T" : "U",
            word() + number,
            List.of(word(), "all"),
            null,
            0,
            true,
            parameters);
    return new ExportedResource(node, word(), resource, Set.of());
  }

  private void change() {
    String node = "n" + random.nextInt(12);
    if (random.nextInt(10) == 0) {
      replica.forget(Families.exports(new Certname(node)));
      model.remove(node);
      return;
    }
    List<ExportedResource> resources = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      resources.add(resource(node, i));
    }
    Stamp stamp = new Stamp(1, 1, ++produced, "m", new UUID(0, produced));
    ExportSet set = new ExportSet(new Certname(node), stamp, resources);
    replica.apply(set, null);
    model.put(node, set);
  }

  private Filter filter(int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 6);
    return switch (kind) {
      case 0 -> new Filter.Always();
      case 1 -> new Filter.NotEq(field(), value());
      case 2, 3 -> equality();
      case 4 -> new Filter.And(List.of(filter(depth - 1), filter(depth - 1)));
      default -> new Filter.Or(List.of(filter(depth - 1), filter(depth - 1)));
    };
  }

  private Filter equality() {
    return switch (random.nextInt(3)) {
      case 0 -> new Filter.Eq("title", word() + random.nextInt(3));
      case 1 -> new Filter.Eq("tag", random.nextBoolean() ? "A" : List.of("a"));
      default -> new Filter.Eq(field(), value());
    };
  }

  private String field() {
    return "p" + random.nextInt(3);
  }

  private List<ExportedResource> expected(ResourceQuery query) {
    return model.values().stream()
        .flatMap(set -> set.resources().stream())
        .filter(r -> r.resource().type().equals(query.type()))
        .filter(r -> !r.node().equals(query.askingNode()))
        .filter(r -> query.environment() == null || query.environment().equals(r.environment()))
        .filter(r -> query.filter().test(r.resource()))
        .toList();
  }

  @Test
  void itFindsWhatTheReferenceMeaningAccepts() {
    for (int i = 0; i < 4000; i++) {
      change();
      ResourceQuery query =
          new ResourceQuery(
              random.nextBoolean() ? "T" : "U",
              filter(2),
              "n" + random.nextInt(12),
              random.nextInt(3) == 0 ? word() : null);
      assertThat(replica.find(query)).as("%s", query).isEqualTo(expected(query));
    }
    assertThat(replica.size())
        .isEqualTo(model.values().stream().mapToInt(s -> s.resources().size()).sum());
  }

  @Test
  void anEmptySetVanishes() {
    Certname node = new Certname("n");
    replica.apply(
        new ExportSet(node, new Stamp(1, 1, 1, "m", new UUID(0, 1)), List.of(resource("n", 1))),
        null);
    replica.apply(new ExportSet(node, new Stamp(1, 1, 2, "m", new UUID(0, 1)), List.of()), null);
    for (String type : List.of("T", "U")) {
      assertThat(replica.find(new ResourceQuery(type, new Filter.Always(), "x", null))).isEmpty();
    }
    assertThat(replica.size()).isZero();
  }
}
