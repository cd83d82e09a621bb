// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.eval.CatalogOperations;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.Evaluator;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.TypeConversion;
import io.bunraku.compiler.type.TypeParser;
import io.bunraku.compiler.type.TypeResolver;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A compile that knows facts and Hiera, and of functions just {@code new}. */
final class LookupBench {

  final HieraLookup lookup;
  final Scope scope;
  final List<String> logs = new ArrayList<>();

  LookupBench(EnvironmentLoader loader, Map<String, Object> facts, LanguageOptions options) {
    this.lookup = new HieraLookup(loader);
    Map<String, Object> trusted = new LinkedHashMap<>();
    trusted.put("authenticated", "remote");
    trusted.put("certname", "node1.test");
    trusted.put("extensions", Map.of());
    CompileRequest request =
        new CompileRequest(
            "node1.test",
            loader.environment(),
            facts,
            trusted,
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
    Compilation compilation =
        new Compilation(
            request, ports, loader, name -> null, evaluator(), catalog(), lookup, this::log);
    this.scope = Scope.top(compilation, new Source(null, null, ""));
    facts.forEach(scope::setPrivileged);
    scope.setPrivileged("facts", facts);
    scope.setPrivileged("trusted", trusted);
    scope.setPrivileged("environment", loader.environment());
  }

  private void log(LogEntry entry) {
    logs.add(entry.level() + ": " + entry.message());
  }

  private static CatalogOperations catalog() {
    return (CatalogOperations)
        Proxy.newProxyInstance(
            LookupBench.class.getClassLoader(),
            new Class<?>[] {CatalogOperations.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static Evaluator evaluator() {
    return (Evaluator)
        Proxy.newProxyInstance(
            LookupBench.class.getClassLoader(),
            new Class<?>[] {Evaluator.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("callFunction") && arguments[0].equals("new")) {
                List<?> all = (List<?>) arguments[1];
                return TypeConversion.newInstance(
                    (PuppetType) all.getFirst(), new ArrayList<>(all.subList(1, all.size())));
              }
              if (method.getName().equals("evaluate")) {
                Source source = ((Scope) arguments[1]).source();
                return new TypeParser(TypeResolver.NONE)
                    .interpret((Expression) arguments[0], source);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
