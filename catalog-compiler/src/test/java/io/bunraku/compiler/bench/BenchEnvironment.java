// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.catalog.CompiledCatalog;
import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** An environment, a node's facts and a compiler that has seen both. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets up before it uses
public class BenchEnvironment {

  private static final LanguageOptions OPTIONS = LanguageOptions.defaults(LanguageVersion.PUPPET_7);

  /** Directory of an environment; empty for our own, {@link BenchRepo}. */
  @Param("")
  public String environment = "";

  /** A JSON file of facts; empty for a few. */
  @Param("")
  public String facts = "";

  /** The fact {@code role}. */
  @Param("bench")
  public String role = "bench";

  private Path directory = Path.of("");
  private Map<String, Object> values = Map.of();
  private final ProgramCache programs = new ProgramCache();
  private final JsonFactory json = new JsonFactory();
  private final Compiler compiler =
      new Compiler(Runtime.getRuntime().availableProcessors(), Duration.ofMinutes(1));
  private final CompilerPorts ports =
      new CompilerPorts(
          ExportedResourceFinder.NONE, RubyBridge.NONE, Clock.systemUTC(), new SplittableRandom(1));

  DirectoryEnvironmentLoader loader;

  /** Writes the repo, reads the facts, compiles once. */
  @Setup(Level.Trial)
  public void prepare() throws IOException, CompilationException {
    if (environment.isEmpty()) {
      directory = Files.createTempDirectory("bunraku-bench");
      BenchRepo.write(directory);
    } else {
      directory = Path.of(environment);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("os", Map.of("family", "Debian", "name", "Debian"));
    all.put("networking", Map.of("fqdn", "node.example.com", "hostname", "node"));
    if (!facts.isEmpty()) {
      Map<?, ?> read = new ObjectMapper().readValue(Path.of(facts).toFile(), Map.class);
      read.forEach((name, value) -> all.put(String.valueOf(name), widened(value)));
    }
    all.put("role", role);
    values = all;
    loader = load();
    CompiledCatalog catalog = compile(loader).catalog();
    System.out.printf(
        "# %s: %d resources, %d bytes of JSON%n",
        directory, catalog.resourceCount(), serialise(catalog).length);
  }

  /** Frees the threads. */
  @TearDown(Level.Trial)
  public void close() {
    compiler.close();
  }

  DirectoryEnvironmentLoader load() {
    return DirectoryEnvironmentLoader.load(
        EnvironmentSettings.of("production", directory, OPTIONS), programs);
  }

  Path directory() {
    return directory;
  }

  CompileResult compile(DirectoryEnvironmentLoader version) throws CompilationException {
    CompileRequest request =
        new CompileRequest(
            "node.example.com",
            "production",
            values,
            Map.of("certname", "node.example.com"),
            Map.of("servername", "puppet", "serverversion", "7.23.0"),
            Map.of(),
            Map.of(),
            Map.of("environment", "production"),
            OPTIONS,
            null);
    return compiler.compile(request, version, ports);
  }

  byte[] serialise(CompiledCatalog catalog) throws IOException {
    var out = new ByteArrayOutputStream(1024 + catalog.resourceCount() * 400);
    try (JsonGenerator generator = json.createGenerator(out)) {
      catalog.writeTo(generator);
    }
    return out.toByteArray();
  }

  private static Object widened(Object value) {
    return switch (value) {
      case Integer i -> i.longValue();
      case List<?> list -> list.stream().map(one -> widened((Object) one)).toList();
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((k, v) -> copy.put(k, widened((Object) v)));
        yield copy;
      }
      case null -> "";
      default -> value;
    };
  }
}
