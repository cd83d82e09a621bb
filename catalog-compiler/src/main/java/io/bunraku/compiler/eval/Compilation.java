// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.function.FunctionTable;
import io.bunraku.compiler.hiera.Lookup;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.CompilerPorts;
import java.util.function.Consumer;

/**
 * What everything in one compile can reach: its request, its ports and the parts that do the work.
 *
 * @param request the node
 * @param ports every effect
 * @param loader the environment version
 * @param functions the core functions
 * @param evaluator the tree walker
 * @param catalog the catalog under construction
 * @param lookup Hiera
 * @param log takes what is logged
 */
public record Compilation(
    CompileRequest request,
    CompilerPorts ports,
    EnvironmentLoader loader,
    FunctionTable functions,
    Evaluator evaluator,
    CatalogOperations catalog,
    Lookup lookup,
    Consumer<LogEntry> log) {

  /** Whether exports are kept and collected; a compile whose settings do not tell keeps them. */
  public boolean storeconfigs() {
    return !Boolean.FALSE.equals(request.settings().get("storeconfigs"));
  }
}
