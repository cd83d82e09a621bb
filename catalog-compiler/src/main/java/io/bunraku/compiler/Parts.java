// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

import io.bunraku.compiler.eval.CatalogOperations;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.Limits;
import io.bunraku.compiler.eval.TreeEvaluator;
import io.bunraku.compiler.function.builtin.BuiltinFunctions;
import io.bunraku.compiler.hiera.HieraLookup;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.CompilerPorts;
import java.time.Duration;
import java.util.function.Consumer;

/** The parts that compiles are made of: what they share, and what each gets anew. */
final class Parts {

  private final BuiltinFunctions functions7 = new BuiltinFunctions(LanguageVersion.PUPPET_7);
  private final BuiltinFunctions functions8 = new BuiltinFunctions(LanguageVersion.PUPPET_8);
  private final Limits limits;

  Parts(Duration timeLimit) {
    this.limits =
        new Limits(
            Limits.DEFAULT.callDepth(),
            Limits.DEFAULT.nesting(),
            Limits.DEFAULT.steps(),
            timeLimit);
  }

  /**
   * Puts a compile together.
   *
   * @param session the view of the environment version that this compile has
   */
  Compilation compilation(
      CompileRequest request,
      CompilerPorts ports,
      EnvironmentLoader session,
      CatalogOperations catalog,
      Consumer<LogEntry> log) {
    return new Compilation(
        request,
        ports,
        session,
        request.options().version() == LanguageVersion.PUPPET_8 ? functions8 : functions7,
        new TreeEvaluator(session.bindings(), limits),
        catalog,
        new HieraLookup(session),
        log);
  }
}
