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
   * Deactivates all nodes that no master has heard of since a time, unless one hears of them
   * meanwhile. Also ends deactivations that were interrupted.
   *
   * @param seenBefore milliseconds since 1970
   * @return those that were deactivated by this call
   */
  List<Certname> expire(long seenBefore);

  /**
   * Purges all documents of nodes that were deactivated before a time and have not come back. The
   * state of a node whose certificate is current stays, so that it never gets older code.
   *
   * @param deactivatedBefore milliseconds since 1970
   * @return those of which there was anything to purge
   */
  List<Certname> purgeDeactivated(long deactivatedBefore);

  /**
   * Purges facts, catalog and exports of a node and deactivates it. Its state stays, so that a node
   * of the same name never gets older code.
   */
  void purge(Certname node);
}
