// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Catalog;
import io.bunraku.storeconfig.model.Certname;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The documents {@code catalog/NODE}. */
final class StoredCatalogs implements CatalogStore {
  private final Documents documents;

  StoredCatalogs(Documents documents) {
    this.documents = documents;
  }

  @Override
  public Put put(Catalog catalog) {
    String digest = catalog.digest();
    Put[] put = {Put.WRITTEN};
    Documents.Update<Catalog> update =
        documents.update(
            Families.CATALOG,
            Families.catalog(catalog.node()),
            seen -> {
              put[0] = Stamps.compare(seen, Catalog::stamp, catalog.stamp(), digest);
              return put[0] == Put.WRITTEN ? catalog : null;
            });
    boolean won =
        Stamps.of(update.now(), Catalog::stamp).filter(catalog.stamp()::equals).isPresent();
    return put[0] == Put.WRITTEN && !won ? Put.STALE : put[0];
  }

  @Override
  public Optional<Catalog> get(Certname node) {
    return documents.read(Families.CATALOG, Families.catalog(node)).value();
  }

  @Override
  public List<Certname> nodes() {
    List<Certname> nodes = new ArrayList<>();
    documents.heads(Families.ALL_CATALOGS, head -> nodes.add(new Certname(head.key().name())));
    return nodes.stream().sorted().toList();
  }
}
