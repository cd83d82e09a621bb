// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.catalog.CompiledCatalog;
import java.util.List;

/** What became of a query. */
public sealed interface CatalogAnswer {

  /**
   * A catalog; when it was to be kept, it stands in the store.
   *
   * @param catalog the catalog
   * @param json its rich JSON in UTF-8
   * @param logs what the compile has logged
   */
  record Compiled(
      CompiledCatalog catalog, io.bunraku.storeconfig.model.Bytes json, List<LogEntry> logs)
      implements CatalogAnswer {}

  /**
   * The node belongs to another environment than its agent thinks.
   *
   * @param certname the node
   * @param environment where it belongs
   */
  record OtherEnvironment(String certname, String environment) implements CatalogAnswer {}
}
