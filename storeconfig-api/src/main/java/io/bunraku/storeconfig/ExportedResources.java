// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Stamp;
import io.bunraku.storeconfig.query.ResourceQuery;
import java.time.Duration;
import java.util.List;

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
   */
  List<ExportedResource> find(ResourceQuery query);

  /** Replaces all that a node exports; an empty list says that it exports nothing any more. */
  Put replace(Certname node, Stamp stamp, List<ExportedResource> resources);

  /** What a node exports, read from the store. */
  List<ExportedResource> of(Certname node);

  /** How long ago the replica was last known to be current. */
  Duration age();
}
