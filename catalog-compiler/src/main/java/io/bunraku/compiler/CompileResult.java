// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

import io.bunraku.compiler.catalog.CompiledCatalog;
import java.util.List;

/**
 * What a successful compile gives.
 *
 * @param catalog the catalog
 * @param logs what was logged, in order, all levels
 */
public record CompileResult(CompiledCatalog catalog, List<LogEntry> logs) {

  public CompileResult {
    logs = List.copyOf(logs);
  }
}
