// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.port;

import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.query.ResourceQuery;
import java.util.List;

/** Finds what other nodes have exported. */
@FunctionalInterface
public interface ExportedResourceFinder {

  /** Finds nothing: a compile without storeconfigs. */
  ExportedResourceFinder NONE = query -> List.of();

  /**
   * Finds all exported resources that a query accepts, those of the asking node left out.
   *
   * @param query type, filter and the asking node
   * @return in a stable order
   */
  List<ExportedResource> find(ResourceQuery query);
}
