// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.Certname;
import java.util.List;
import java.util.Optional;

/** The last catalog of each node. {@link StoreConfigs#store} writes them. */
public interface CatalogStore {

  /** Stores a catalog unless the stored one is newer by stamp, or equal. */
  Put put(Catalog catalog);

  /** The last catalog of a node. */
  Optional<Catalog> get(Certname node);

  /** The nodes that have a catalog, sorted. */
  List<Certname> nodes();
}
