// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import io.bunraku.storeconfig.model.NodeState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The documents {@code node/NODE}. */
final class NodeStates implements NodeStore {
  private final Documents documents;
  private final ReplicatedExports exports;
  private final CaStore ca;
  private final Clock clock;

  NodeStates(Documents documents, ReplicatedExports exports, CaStore ca, Clock clock) {
    this.documents = documents;
    this.exports = exports;
    this.ca = ca;
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

  /**
   * The mark goes first: a run that meets it writes its exports anew, with a stamp above the mark,
   * and what is above the mark is not buried. Should this master fall in between, {@link #expire}
   * of any master goes on.
   */
  @Override
  public boolean deactivate(Certname node) {
    return deactivate(node, NodeState::isActive);
  }

  private boolean deactivate(Certname node, Predicate<NodeState> condition) {
    Documents.Update<NodeState> update =
        documents.update(
            Families.NODE,
            Families.node(node),
            seen ->
                seen.value()
                    .filter(condition)
                    .map(s -> deactivated(s, Math.max(clock.millis(), s.produced())))
                    .orElse(null));
    NodeState now = update.now().value().orElse(NodeState.unknown(node));
    if (!now.isActive()) {
      exports.bury(node, now.deactivated() == 0 ? Long.MAX_VALUE : now.deactivated());
    }
    return update.written();
  }

  @Override
  public List<Certname> expire(long seenBefore) {
    List<Certname> expired = new ArrayList<>();
    for (Head head : heads()) {
      boolean due = head.seen() < seenBefore || head.seen() <= head.deactivated();
      if (due && deactivate(head.node(), s -> s.isActive() && s.produced() < seenBefore)) {
        expired.add(head.node());
      }
    }
    return expired;
  }

  @Override
  public List<Certname> purgeDeactivated(long deactivatedBefore) {
    List<Certname> purged = new ArrayList<>();
    for (Head head : heads()) {
      Optional<NodeState> state =
          head.deactivated() < deactivatedBefore && head.seen() <= head.deactivated()
              ? get(head.node())
              : Optional.empty();
      if (state.filter(s -> isLongGone(s, deactivatedBefore)).isPresent()
          && purgeAll(state.get(), deactivatedBefore)) {
        purged.add(head.node());
      }
    }
    return purged;
  }

  private static boolean isLongGone(NodeState state, long deactivatedBefore) {
    return !state.isActive() && state.deactivated() < deactivatedBefore;
  }

  /** What a node that comes back meanwhile has written is newer than its deactivation. */
  private boolean purgeAll(NodeState state, long deactivatedBefore) {
    Certname node = state.node();
    long gone = state.deactivated();
    boolean facts =
        documents.purge(
            Families.FACTS,
            Families.facts(node),
            seen -> seen.value().filter(f -> f.produced() > gone).isEmpty());
    boolean catalog =
        documents.purge(
            Families.CATALOG,
            Families.catalog(node),
            seen -> Stamps.of(seen, Catalog::stamp).filter(s -> s.produced() > gone).isEmpty());
    boolean tombstone =
        documents.purge(
            Families.EXPORTS,
            Families.exports(node),
            seen -> seen.value().filter(set -> !set.resources().isEmpty()).isEmpty());
    boolean last =
        ca.certificate(node).isEmpty()
            && documents.purge(
                Families.NODE,
                Families.node(node),
                seen -> seen.value().filter(s -> isLongGone(s, deactivatedBefore)).isPresent());
    return facts || catalog || tombstone || last;
  }

  /** What a scan tells of a node; concurrent values may tell more, so only a read decides. */
  private record Head(Certname node, long seen, long deactivated) {}

  private List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    documents.heads(
        Families.ALL_NODES,
        e ->
            heads.add(
                new Head(
                    new Certname(e.key().name()),
                    Long.parseLong(e.attributes().getOrDefault("seen", "0")),
                    Long.parseLong(e.attributes().getOrDefault("deactivated", "0")))));
    return heads;
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
