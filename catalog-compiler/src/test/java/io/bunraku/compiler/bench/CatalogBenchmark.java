// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.bench;

import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.catalog.CompiledCatalog;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a request to the bytes that an agent gets, and its parts. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class CatalogBenchmark {

  /** A catalog to write. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // JMH sets up before it uses
  public static class Finished {
    private CompiledCatalog catalog;

    /** Compiles it. */
    @Setup
    public void compile(BenchEnvironment environment) throws CompilationException {
      catalog = environment.compile(environment.loader).catalog();
    }
  }

  /** A warm compile and its JSON. */
  @Benchmark
  public byte[] compileAndSerialise(BenchEnvironment environment)
      throws CompilationException, IOException {
    return environment.serialise(environment.compile(environment.loader).catalog());
  }

  /** A warm compile. */
  @Benchmark
  public CompileResult evaluate(BenchEnvironment environment) throws CompilationException {
    return environment.compile(environment.loader);
  }

  /** The first compile of an environment version whose texts are parsed already. */
  @Benchmark
  public CompileResult linkAndEvaluate(BenchEnvironment environment) throws CompilationException {
    return environment.compile(environment.load());
  }

  /** The JSON alone. */
  @Benchmark
  public byte[] serialise(BenchEnvironment environment, Finished finished) throws IOException {
    return environment.serialise(finished.catalog);
  }
}
