// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.NodeState;
import java.util.List;
import java.util.Optional;

/** State of nodes. {@link StoreConfigs#store} keeps it current. */
public interface NodeStore {

  /** The state of a node; it outlives the node's documents. */
  Optional<NodeState> get(Certname node);

  /** All nodes, deactivated ones included, sorted by name. */
  List<NodeState> all();

  /**
   * Deactivates a node: what it exports is collected no more, until its next run.
   *
   * @return false if it was not active
   */
  boolean deactivate(Certname node);

  /**
   * Purges facts, catalog and exports of a node and deactivates it. Its state stays, so that a node
   * of the same name never gets older code.
   */
  void purge(Certname node);
}
