// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.query.ResourceQuery;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What nodes export. Queries are answered from this master's replica in memory: it has the master's
 * own writes at once and those of others within a bound.
 */
public interface ExportedResources {

  /**
   * Finds what a query accepts, without the asking node's own exports and without those of
   * deactivated nodes.
   *
   * @return ordered by node, type and title
   * @throws io.bunraku.storeconfig.spi.StoreUnavailableException if the replica is older than its
   *     bound and the store does not answer: what is too old is never shown
   */
  List<ExportedResource> find(ResourceQuery query);

  /** Replaces all that a node exports; an empty list says that it exports nothing any more. */
  Put replace(Certname node, Stamp stamp, List<ExportedResource> resources);

  /** What a node exports, read from the store. */
  List<ExportedResource> of(Certname node);

  /**
   * Reads what all nodes export, so that queries need not wait for it; a second call does nothing,
   * or goes on where one failed.
   *
   * @param progress is told now and then how many documents have been read so far, by any thread
   * @return how many resources this master knows
   */
  int load(IntConsumer progress);

  /** How long ago the replica was last known to be current. */
  Duration age();
}
