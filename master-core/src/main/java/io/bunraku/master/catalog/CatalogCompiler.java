// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.loader.EnvironmentLoader;

/** Compiles one node, with all ports but those of the request bound. */
@FunctionalInterface
public interface CatalogCompiler {

  /**
   * Compiles.
   *
   * @throws CompilationException with Puppet's words
   */
  CompileResult compile(CompileRequest request, EnvironmentLoader environment)
      throws CompilationException;
}
