// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.merge.LatestProduced;
import io.bunraku.storeconfig.merge.Merge;
import io.bunraku.storeconfig.merge.PointwiseMaximum;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.NodeState;
import io.bunraku.storeconfig.model.json.Codecs;
import java.util.Comparator;
import java.util.Map;

/**
 * The generations by pointwise maximum, the assignment by its number, the last deactivation, and
 * all else as it was produced last.
 */
final class NodeStateMerge implements Merge<NodeState> {
  private static final Comparator<NodeState> ASSIGNMENT =
      Comparator.comparingLong(NodeState::assignment)
          .thenComparing(NodeState::environment, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final Merge<NodeState> latest =
      new LatestProduced<>(NodeState::produced, s -> Codecs.NODE.encode(rest(s)).sha256());
  private final PointwiseMaximum<EnvironmentName> highest = new PointwiseMaximum<>();

  @Override
  public NodeState merge(NodeState a, NodeState b) {
    NodeState last = latest.merge(a, b);
    NodeState assigned = ASSIGNMENT.compare(a, b) >= 0 ? a : b;
    return new NodeState(
        last.node(),
        highest.merge(a.generations(), b.generations()),
        assigned.assignment(),
        assigned.environment(),
        last.produced(),
        Math.max(a.deactivated(), b.deactivated()),
        last.volatileFacts(),
        last.codeId(),
        last.catalogUuid());
  }

  /** Only what goes by {@code produced}: a tie must not be decided by what is merged otherwise. */
  private static NodeState rest(NodeState s) {
    return new NodeState(
        s.node(),
        Map.of(),
        0,
        null,
        s.produced(),
        0,
        s.volatileFacts(),
        s.codeId(),
        s.catalogUuid());
  }
}
