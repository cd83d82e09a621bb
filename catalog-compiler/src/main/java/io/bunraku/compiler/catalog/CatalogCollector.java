// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** {@code Type<| query |>}: collects resources of this catalog. */
final class CatalogCollector extends Collector {

  private final CatalogState state;
  private final String type;
  private final Predicate<CatalogResource> query;

  CatalogCollector(
      CatalogState state,
      Scope scope,
      String type,
      Predicate<CatalogResource> query,
      @Nullable Overriding overriding) {
    super(scope, overriding);
    this.state = state;
    this.type = type;
    this.query = query;
  }

  @Override
  List<CatalogResource> collect() {
    List<CatalogResource> found = new ArrayList<>();
    for (CatalogResource resource : state.resources(type)) {
      if (query.test(resource)) {
        found.add(resource);
      }
    }
    return found;
  }

  @Override
  public String toString() {
    return "Catalog-Collector[" + type + "]";
  }
}
