// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.Facts;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Facts of nodes, the latest of each. */
public interface FactStore {

  /**
   * Stores facts. Those that change at every run (uptime, free memory) go to the node's state, so
   * that the document is written only when something else has changed.
   */
  Put put(Facts facts);

  /** The facts of a node, volatile ones included. */
  Optional<Facts> get(Certname node);

  /** The nodes whose facts fulfil a condition, sorted; deactivated nodes are left out. */
  List<Certname> search(Predicate<Facts> condition);
}
