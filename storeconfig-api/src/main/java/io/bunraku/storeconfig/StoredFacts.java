// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.json.Codecs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Facts in two documents: what stays in {@code facts/NODE}, what changes in {@code node/NODE}. */
final class StoredFacts implements FactStore {
  private final Documents documents;
  private final NodeStates nodes;

  StoredFacts(Documents documents, NodeStates nodes) {
    this.documents = documents;
    this.nodes = nodes;
  }

  @Override
  public Put put(Facts facts) {
    Facts stable = VolatileFacts.stable(facts);
    Put[] put = {Put.WRITTEN};
    documents.update(
        Families.FACTS,
        Families.facts(facts.node()),
        seen -> {
          put[0] = compare(seen, stable);
          return put[0] == Put.WRITTEN ? stable : null;
        });
    if (put[0] != Put.STALE) {
      nodes.seenWith(facts);
    }
    return put[0];
  }

  static Put compare(Snapshot<Facts> seen, Facts stable) {
    if (seen.isAbsent()) {
      return Put.WRITTEN;
    }
    if (Codecs.digestOf(stable).equals(seen.attribute("digest"))) {
      return Put.UNCHANGED;
    }
    String text = seen.attribute("produced");
    long stored =
        text == null
            ? seen.value().map(Facts::produced).orElse(Long.MIN_VALUE)
            : Long.parseLong(text);
    return stored > stable.produced() ? Put.STALE : Put.WRITTEN;
  }

  @Override
  public Optional<Facts> get(Certname node) {
    return documents
        .read(Families.FACTS, Families.facts(node))
        .value()
        .map(facts -> whole(facts, nodes.get(node).orElse(NodeState.unknown(node))));
  }

  private static Facts whole(Facts stable, NodeState state) {
    Map<String, Object> values = new LinkedHashMap<>(stable.values());
    values.putAll(state.volatileFacts());
    return VolatileFacts.with(stable, values, Math.max(stable.produced(), state.produced()));
  }

  @Override
  public List<Certname> search(Predicate<Facts> condition) {
    Map<Certname, NodeState> states = new HashMap<>();
    nodes.all().forEach(s -> states.put(s.node(), s));
    List<Certname> found = new ArrayList<>();
    documents.each(
        Families.FACTS,
        Families.ALL_FACTS,
        seen ->
            seen.value()
                .ifPresent(facts -> {
                  NodeState state =
                      states.getOrDefault(facts.node(), NodeState.unknown(facts.node()));
                  boolean active = state.deactivated() == 0 || state.isActive();
                  if (active && condition.test(whole(facts, state))) {
                    found.add(facts.node());
                  }
                }));
    return found.stream().sorted().toList();
  }
}
