// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.storeconfig.StoreConfigs;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.ResourceRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Nodes in words and as JSON: never the value of a parameter or a fact, which may be a secret. */
final class NodeDescription {

  private NodeDescription() {}

  /** One node of a list. */
  static Map<String, @Nullable Object> summary(NodeState state) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("certname", state.node().value());
    map.put("environment", state.environment() == null ? null : state.environment().value());
    map.put("active", state.isActive());
    map.put("last_seen", time(state.produced()));
    map.put("deactivated", state.isActive() ? null : time(state.deactivated()));
    return map;
  }

  /** All of one node. */
  static Map<String, @Nullable Object> whole(StoreConfigs store, NodeState state) {
    Map<String, @Nullable Object> map = summary(state);
    Map<String, Long> generations = new TreeMap<>();
    state.generations().forEach((environment, n) -> generations.put(environment.value(), n));
    map.put("generations", generations);
    map.put("code_id", state.codeId());
    map.put("catalog_uuid", state.catalogUuid());
    map.put("facts", store.facts().get(state.node()).map(Facts::values).map(Map::size).orElse(0));
    map.put(
        "exports", store.exports().of(state.node()).stream().map(NodeDescription::ref).toList());
    map.put("certificate", store.ca().certificate(state.node()).isPresent());
    return map;
  }

  private static String ref(ExportedResource exported) {
    return new ResourceRef(exported.resource().type(), exported.resource().title()).toString();
  }

  private static @Nullable String time(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis).toString();
  }

  /** Lines {@code name: value}. */
  static String lines(Map<String, @Nullable Object> map) {
    return map.entrySet().stream()
        .map(e -> "%-14s%s".formatted(e.getKey() + ":", text(e.getValue())))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case List<?> many -> many.stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  /** A table with a heading. */
  static String table(List<NodeState> nodes) {
    int width = nodes.stream().mapToInt(n -> n.node().value().length()).max().orElse(8);
    String format = "%-" + Math.max(8, width) + "s  %-16s  %-11s  %s%n";
    StringBuilder text =
        new StringBuilder(format.formatted("CERTNAME", "ENVIRONMENT", "STATE", "LAST SEEN"));
    for (NodeState node : nodes) {
      text.append(
          format.formatted(
              node.node(),
              node.environment() == null ? "-" : node.environment().value(),
              node.isActive() ? "active" : "deactivated",
              text(time(node.produced()))));
    }
    return text.append(nodes.size()).append(" node(s)").toString();
  }
}
