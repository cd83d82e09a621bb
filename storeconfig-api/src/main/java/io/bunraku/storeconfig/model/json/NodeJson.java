// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model.json;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.Report;
import io.bunraku.storeconfig.model.Stamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names of the components of what belongs to one node. */
final class NodeJson {

  private NodeJson() {}

  static Map<String, ?> facts(Facts facts) {
    Map<String, @Nullable Object> map = content(facts);
    map.put("produced", facts.produced());
    map.put("producer", facts.producer());
    return map;
  }

  static Map<String, @Nullable Object> content(Facts facts) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("node", facts.node().value());
    map.put("environment", name(facts.environment()));
    map.put("values", facts.values());
    return map;
  }

  static Facts facts(Fields f) {
    return new Facts(
        node(f), environment(f), f.map("values"), f.number("produced"), f.text("producer"));
  }

  static Map<String, ?> state(NodeState state) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    Map<String, Object> generations = new TreeMap<>();
    state.generations().forEach((environment, n) -> generations.put(environment.value(), n));
    map.put("node", state.node().value());
    map.put("generations", generations);
    map.put("assignment", state.assignment());
    map.put("environment", name(state.environment()));
    map.put("produced", state.produced());
    map.put("deactivated", state.deactivated());
    map.put("volatile", state.volatileFacts());
    map.put("codeId", state.codeId());
    map.put("catalog", state.catalogUuid());
    return map;
  }

  static NodeState state(Fields f) {
    Map<EnvironmentName, Long> generations = new TreeMap<>();
    f.map("generations").forEach((e, n) -> generations.put(new EnvironmentName(e), (Long) n));
    return new NodeState(
        node(f),
        generations,
        f.number("assignment"),
        environment(f),
        f.number("produced"),
        f.number("deactivated"),
        f.map("volatile"),
        f.textOrNull("codeId"),
        f.textOrNull("catalog"));
  }

  static Map<String, ?> catalog(Catalog catalog) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("node", catalog.node().value());
    map.put("environment", catalog.environment().value());
    map.put("stamp", stamp(catalog.stamp()));
    map.put("version", catalog.version());
    map.put("codeId", catalog.codeId());
    map.put("uuid", catalog.catalogUuid());
    return map;
  }

  static Catalog catalog(Fields f, Bytes json) {
    return new Catalog(
        node(f),
        new EnvironmentName(f.text("environment")),
        stamp(Fields.of(f.map("stamp"))),
        f.text("version"),
        f.textOrNull("codeId"),
        f.text("uuid"),
        json);
  }

  static Map<String, ?> report(Report report) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("node", report.node().value());
    map.put("id", report.id());
    map.put("received", report.received());
    map.put("status", report.status());
    map.put("environment", report.environment());
    map.put("noop", report.noop());
    return map;
  }

  static Report report(Fields f, Bytes json) {
    return new Report(
        node(f),
        f.text("id"),
        f.number("received"),
        f.text("status"),
        f.textOrNull("environment"),
        f.flag("noop"),
        json);
  }

  static Map<String, Object> stamp(Stamp stamp) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("assignment", stamp.assignment());
    map.put("generation", stamp.generation());
    map.put("produced", stamp.produced());
    map.put("master", stamp.master());
    map.put("uuid", stamp.uuid().toString());
    return map;
  }

  static Stamp stamp(Fields f) {
    return new Stamp(
        f.number("assignment"),
        f.number("generation"),
        f.number("produced"),
        f.text("master"),
        UUID.fromString(f.text("uuid")));
  }

  static Certname node(Fields f) {
    return new Certname(f.text("node"));
  }

  private static @Nullable String name(@Nullable EnvironmentName environment) {
    return environment == null ? null : environment.value();
  }

  private static @Nullable EnvironmentName environment(Fields f) {
    String name = f.textOrNull("environment");
    return name == null ? null : new EnvironmentName(name);
  }
}
