// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The documents {@code node/NODE}. */
final class NodeStates implements NodeStore {
  private final Documents documents;
  private final ReplicatedExports exports;
  private final Clock clock;

  NodeStates(Documents documents, ReplicatedExports exports, Clock clock) {
    this.documents = documents;
    this.exports = exports;
    this.clock = clock;
  }

  @Override
  public Optional<NodeState> get(Certname node) {
    return documents.read(Families.NODE, Families.node(node)).value();
  }

  @Override
  public List<NodeState> all() {
    List<NodeState> all = new ArrayList<>();
    documents.each(Families.NODE, Families.ALL_NODES, s -> s.value().ifPresent(all::add));
    all.sort(Comparator.comparing(NodeState::node));
    return all;
  }

  /** Notes that a node has sent facts. */
  void seenWith(Facts facts) {
    change(
        facts.node(),
        s ->
            new NodeState(
                s.node(),
                s.generations(),
                s.assignment(),
                s.environment(),
                Math.max(facts.produced(), Math.max(s.produced(), s.deactivated()) + 1),
                s.deactivated(),
                VolatileFacts.part(facts, true),
                s.codeId(),
                s.catalogUuid()));
  }

  private void change(Certname node, UnaryOperator<NodeState> change) {
    documents.update(
        Families.NODE,
        Families.node(node),
        seen -> change.apply(seen.value().orElse(NodeState.unknown(node))));
  }

  /** The exports go first: a deactivated node must not be collected, an active one may be again. */
  @Override
  public boolean deactivate(Certname node) {
    NodeState known = get(node).orElse(NodeState.unknown(node));
    exports.bury(node);
    if (!known.isActive()) {
      return false;
    }
    change(node, s -> deactivated(s, Math.max(clock.millis(), s.produced())));
    return true;
  }

  private static NodeState deactivated(NodeState s, long when) {
    return new NodeState(
        s.node(),
        s.generations(),
        s.assignment(),
        s.environment(),
        s.produced(),
        when,
        s.volatileFacts(),
        s.codeId(),
        s.catalogUuid());
  }

  @Override
  public void purge(Certname node) {
    deactivate(node);
    documents.purge(Families.facts(node));
    documents.purge(Families.catalog(node));
  }
}
