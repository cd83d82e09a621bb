// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import io.bunraku.compiler.syntax.Source;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A compile of an empty manifest, with facts and a lookup whose logs are caught. */
final class LookupBench {

  private static final Map<String, Object> TRUSTED = trusted();

  final HieraLookup lookup;
  final Scope scope;
  final List<String> logs = new ArrayList<>();

  private LookupBench(Compilation outer) {
    this.lookup = new HieraLookup(outer.loader());
    CompileRequest request = outer.request();
    Compilation compilation =
        new Compilation(
            request,
            outer.ports(),
            outer.loader(),
            outer.functions(),
            outer.evaluator(),
            outer.catalog(),
            lookup,
            this::log);
    this.scope = Scope.top(compilation, new Source(null, null, ""));
    request.facts().forEach(scope::setPrivileged);
    scope.setPrivileged("facts", request.facts());
    scope.setPrivileged("trusted", TRUSTED);
    scope.setPrivileged("environment", outer.loader().environment());
  }

  /** Asks something within a compile; the loader's main manifest is to be empty. */
  static <T> T ask(
      Compiler compiler,
      EnvironmentLoader loader,
      Map<String, Object> facts,
      LanguageOptions options,
      Function<LookupBench, T> question)
      throws CompilationException {
    CompileRequest request =
        new CompileRequest(
            "node1.test",
            loader.environment(),
            facts,
            TRUSTED,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            options,
            null);
    CompilerPorts ports =
        new CompilerPorts(
            ExportedResourceFinder.NONE,
            RubyBridge.NONE,
            Clock.systemUTC(),
            new SplittableRandom(1));
    return compiler.ask(
        request, loader, ports, scope -> question.apply(new LookupBench(scope.compilation())));
  }

  private static Map<String, Object> trusted() {
    Map<String, Object> trusted = new LinkedHashMap<>();
    trusted.put("authenticated", "remote");
    trusted.put("certname", "node1.test");
    trusted.put("extensions", Map.of());
    return trusted;
  }

  private void log(LogEntry entry) {
    logs.add(entry.level() + ": " + entry.message());
  }
}
