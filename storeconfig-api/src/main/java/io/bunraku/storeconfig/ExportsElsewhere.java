// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.NodeState;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node goes on exporting in environments that it is not in, where each environment collects
 * its own exports alone. A single run elsewhere ({@code puppet agent --test --environment x}) is a
 * visit: it takes nothing away at home. Two runs in a row in one environment are a move.
 */
final class ExportsElsewhere {

  /** A node that visits more than this is a test of many branches, and its sets are to end. */
  private static final int MOST_ENVIRONMENTS = 20;

  private ExportsElsewhere() {}

  /**
   * All that a node exports after a run.
   *
   * @param state of the node before it
   * @param stored what it has exported so far
   */
  static List<ExportedResource> after(
      CompiledRun run, NodeState state, Snapshot<ExportSet> stored, StoreOptions options) {
    boolean stays = run.environment().equals(state.environment());
    boolean alive =
        stored.value().filter(set -> set.stamp().produced() > state.deactivated()).isPresent();
    if (!options.environmentsApart() || stays || !alive) {
      return run.exports();
    }
    List<ExportedResource> all = new ArrayList<>(run.exports());
    stored.value().stream()
        .flatMap(set -> set.resources().stream())
        .filter(export -> !export.environment().equals(run.environment().value()))
        .forEach(all::add);
    long environments = all.stream().map(ExportedResource::environment).distinct().count();
    return environments > MOST_ENVIRONMENTS ? run.exports() : all;
  }
}
