// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.function.builtin.BuiltinFunctions;
import io.bunraku.compiler.hiera.Lookup;
import io.bunraku.compiler.hiera.LookupRequest;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import io.bunraku.compiler.syntax.Parser;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Evaluates a text in a compile of its own. */
final class Evaluation {

  private static final Lookup NO_DATA =
      new Lookup() {
        @Override
        public @Nullable Object lookup(Scope scope, String key) {
          return null;
        }

        @Override
        public @Nullable Object lookup(Scope scope, String key, @Nullable Object merge) {
          return null;
        }

        @Override
        public Object lookup(Scope scope, LookupRequest request) {
          throw new EvaluationException("no data");
        }
      };

  private final LanguageOptions options;
  private final Limits limits;
  private final List<LogEntry> logs = new ArrayList<>();
  private final RecordingCatalog catalog = new RecordingCatalog();

  Evaluation(LanguageOptions options, Limits limits) {
    this.options = options;
    this.limits = limits;
  }

  List<LogEntry> logs() {
    return logs;
  }

  RecordingCatalog catalog() {
    return catalog;
  }

  Object evaluate(String text) {
    Program program = Parser.parse(new Source(null, null, text));
    ProgramLoader loader = new ProgramLoader(program);
    Scope top = Scope.top(compilation(loader), program.source());
    top.setVariable("module_name", "");
    top.setVariable("n", 5L);
    top.setPrivileged("facts", facts());
    top.setPrivileged("trusted", Map.of("authenticated", "local"));
    return top.compilation().evaluator().evaluateProgram(program, top);
  }

  /** The top scope of a compile in which nothing has been evaluated. */
  Scope topScope(Source source) {
    Program program = Parser.parse(new Source(null, null, ""));
    return Scope.top(compilation(new ProgramLoader(program)), source);
  }

  private static Map<String, Object> facts() {
    return Map.of("os", Map.of("family", "Debian"), "n", 5L);
  }

  private Compilation compilation(ProgramLoader loader) {
    return new Compilation(
        new CompileRequest(
            "node", "test", facts(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), options,
            null),
        new CompilerPorts(
            ExportedResourceFinder.NONE,
            RubyBridge.NONE,
            Clock.systemUTC(),
            RandomGenerator.getDefault()),
        loader,
        new BuiltinFunctions(options.version()),
        new TreeEvaluator(loader.bindings(), limits),
        catalog,
        NO_DATA,
        logs::add);
  }
}
