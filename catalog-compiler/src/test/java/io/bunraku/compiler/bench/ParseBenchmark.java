// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.bench;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.check.EvaluatingParser;
import io.bunraku.compiler.check.FileNamespace;
import io.bunraku.compiler.syntax.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.infra.Blackhole;

/** All manifests of an environment, read into memory before: lexer, parser and checker. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParseBenchmark {

  private static final LanguageOptions OPTIONS = LanguageOptions.defaults(LanguageVersion.PUPPET_7);

  /** The texts. */
  @State(Scope.Benchmark)
  public static class Manifests {
    private final List<Source> sources = new ArrayList<>();

    /** Reads them. */
    @Setup
    public void read(BenchEnvironment environment) throws IOException {
      try (Stream<Path> files = Files.walk(environment.directory())) {
        for (Path file : files.filter(f -> f.toString().endsWith(".pp")).toList()) {
          sources.add(new Source(file.toString(), file, Files.readString(file)));
        }
      }
    }
  }

  /** Parses all of them. */
  @Benchmark
  public void parse(Manifests manifests, Blackhole sink) {
    for (Source source : manifests.sources) {
      sink.consume(EvaluatingParser.parse(source, OPTIONS, FileNamespace.none()));
    }
  }
}
