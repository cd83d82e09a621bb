// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.check.EvaluatingParser;
import io.bunraku.compiler.check.FileNamespace;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Limits;
import io.bunraku.compiler.eval.ResourceHandle;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.TreeEvaluator;
import io.bunraku.compiler.hiera.HieraLookup;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.compiler.type.TypeInference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions as the top of a manifest, without a catalog. */
public final class Expressions {

  private static final Limits LIMITS =
      new Limits(4000, 50_000, 2_000_000_000L, Duration.ofSeconds(10));

  private final LanguageOptions options;
  private final BuiltinFunctions functions;
  private final EnvironmentLoader loader;

  /** Evaluates in the environment of a directory, with language 7. */
  public Expressions(Path directory) {
    this(directory, LanguageOptions.defaults(LanguageVersion.PUPPET_7));
  }

  /** Evaluates in the environment of a directory. */
  public Expressions(Path directory, LanguageOptions options) {
    this.options = options;
    functions = new BuiltinFunctions(options.version());
    loader =
        DirectoryEnvironmentLoader.load(
            EnvironmentSettings.of("test", directory, options), new ProgramCache());
  }

  /**
   * A value in its canonical form with its type, or an error; and what was logged, notice and up.
   */
  public record Outcome(
      @Nullable Object value, @Nullable String type, @Nullable String error, List<String> logs) {}

  /** Evaluates a text in a scope that has nothing but {@code $facts}. */
  public Outcome evaluate(String expression) {
    return evaluate(expression, Map.of());
  }

  /** Evaluates a text in a scope that has {@code $facts} and some variables. */
  public Outcome evaluate(String expression, Map<String, Object> variables) {
    Source source = new Source("x.pp", null, expression);
    List<String> logs = new ArrayList<>();
    try {
      EvaluatingParser.Checked checked =
          EvaluatingParser.parse(source, options, FileNamespace.none());
      checked.warnings().forEach(warning -> logs.add("warning|Puppet|" + warning.message()));
      Program program = checked.program();
      Scope top = Scope.top(compilation(logs), source);
      top.setResource(new MainClass());
      top.setPrivileged("facts", facts());
      variables.forEach(top::setVariable);
      Object value = top.compilation().evaluator().evaluateProgram(program, top);
      return new Outcome(
          CanonicalValue.of(value), TypeInference.inferSet(value).toString(), null, logs);
    } catch (EvaluationException e) {
      return new Outcome(null, null, e.fullMessage(), logs);
    } catch (SyntaxException e) {
      return new Outcome(null, null, e.getMessage(), logs);
    }
  }

  private static final class MainClass implements ResourceHandle {
    @Override
    public String toString() {
      return "Class[main]";
    }
  }

  private static Map<String, Object> facts() {
    Map<String, Object> networking = new LinkedHashMap<>();
    networking.put("fqdn", "Node.Example.COM");
    networking.put("hostname", "node");
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("networking", networking);
    facts.put("os", Map.of("family", "Debian"));
    return facts;
  }

  private Compilation compilation(List<String> logs) {
    EnvironmentLoader session = loader.session();
    return new Compilation(
        new CompileRequest(
            "node", "test", facts(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), options,
            null),
        new CompilerPorts(
            ExportedResourceFinder.NONE,
            RubyBridge.NONE,
            Clock.systemUTC(),
            RandomGenerator.getDefault()),
        session,
        functions,
        new TreeEvaluator(new Bindings(), LIMITS),
        new EmptyCatalog(),
        new HieraLookup(session),
        entry -> log(entry, logs));
  }

  private static void log(LogEntry entry, List<String> logs) {
    String line = entry.level() + "|" + entry.source() + "|" + entry.message();
    if (!entry.level().equals("debug") && !entry.level().equals("info")) {
      logs.add(line);
    }
  }
}
