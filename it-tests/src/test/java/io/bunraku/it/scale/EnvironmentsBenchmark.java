// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.scale;

import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import io.bunraku.master.config.ConfigLoader;
import io.bunraku.master.environment.EnvironmentVersion;
import io.bunraku.master.environment.Environments;
import io.bunraku.master.environment.Generations;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Compiles many environments over the same shared modules one after another, each once, as a site
 * with an environment for each branch does:
 *
 * <pre>
 * EnvironmentsBenchmark [ENVIRONMENTS] [MODULES]
 * </pre>
 *
 * <p>It prints how many files were parsed, the median time of the first and the last tenth, and the
 * heap after a full collection on the way.
 */
final class EnvironmentsBenchmark {

  private static final int FILES_A_MODULE = 3;

  private final PrintStream out;
  private final Path codedir;
  private final int count;
  private final int modules;
  private final ProgramCache programs = new ProgramCache();
  private final CompilerPorts ports =
      new CompilerPorts(
          ExportedResourceFinder.NONE, RubyBridge.NONE, Clock.systemUTC(), new SplittableRandom(1));

  EnvironmentsBenchmark(PrintStream out, Path codedir, int count, int modules) {
    this.out = out;
    this.codedir = codedir;
    this.count = count;
    this.modules = modules;
  }

  /** Runs it from a command line. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
    int modules = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    Path codedir = Files.createTempDirectory("bunraku-environments");
    new EnvironmentsBenchmark(System.out, codedir, count, modules).run();
  }

  /** How many texts were parsed: the shared ones once, and each environment's own manifest. */
  long run() throws Exception {
    writeModules();
    for (int i = 0; i < count; i++) {
      writeEnvironment(i);
    }
    Environments environments =
        new Environments(
            ConfigLoader.load(null, List.of("codedir=" + codedir)),
            programs,
            Generations.NONE,
            null);
    long[] nanos = new long[count];
    int window = Math.max(1, count / 10);
    try (Compiler compiler = new Compiler(1, Duration.ofMinutes(1))) {
      for (int i = 0; i < count; i++) {
        nanos[i] = compile(compiler, environments, i);
        if ((i + 1) % window == 0) {
          report(Arrays.copyOfRange(nanos, i + 1 - window, i + 1), i + 1);
        }
      }
    }
    out.printf(
        "parsed: %d files, of which %d are shared%n",
        programs.parsed(), (long) modules * FILES_A_MODULE);
    return programs.parsed();
  }

  private void report(long[] nanos, int done) {
    Arrays.sort(nanos);
    System.gc(); // the figure is what a full collection leaves
    Runtime runtime = Runtime.getRuntime();
    out.printf(
        "%d environments: median of the last %d: %.2f ms, heap %.1f MB%n",
        done,
        nanos.length,
        nanos[nanos.length / 2] / 1e6,
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
  }

  private long compile(Compiler compiler, Environments environments, int i) throws Exception {
    long start = System.nanoTime();
    String name = "e" + i;
    EnvironmentVersion version = Objects.requireNonNull(environments.find(name, false));
    CompileResult result = compiler.compile(request(name), version.loader(), ports);
    long nanos = System.nanoTime() - start;
    if (result.catalog().resourceCount() < modules * 2) {
      throw new IllegalStateException("too few resources in " + name);
    }
    return nanos;
  }

  private static CompileRequest request(String environment) {
    return new CompileRequest(
        "node.example.com",
        environment,
        Map.of("os", Map.of("family", "Debian")),
        Map.of("certname", "node.example.com"),
        Map.of("servername", "puppet", "serverversion", "7.23.0"),
        Map.of(),
        Map.of(),
        Map.of("environment", environment),
        LanguageOptions.defaults(LanguageVersion.PUPPET_7),
        null);
  }

  private void writeModules() throws IOException {
    for (int i = 0; i < modules; i++) {
      String m = "m" + i;
      write(
          "common/" + m + "/manifests/init.pp",
          """
          # A class of some size.
          class %1$s (String $branch = 'none', Hash[String, Integer] $ports = { 'a' => 1, 'b' => 2 }) {
            $ports.each |$name, $port| {
              %1$s::port { "%1$s-${name}": port => $port, text => "${branch}:${name}" }
            }
            if $facts['os']['family'] == 'Debian' {
              notify { "%1$s on ${facts['os']['family']}": message => epp('%1$s/text.epp', { 'branch' => $branch }) }
            }
          }
          """
              .formatted(m));
      write(
          "common/" + m + "/manifests/port.pp",
          "define %s::port (Integer $port, String $text) { notify { \"port ${title} ${port}\": message => $text } }\n"
              .formatted(m));
      write(
          "common/" + m + "/templates/text.epp",
          "<%- | String $branch | -%>\nbranch <%= $branch %>\n");
    }
  }

  private void writeEnvironment(int i) throws IOException {
    String directory = "environments/e" + i + "/";
    write(directory + "environment.conf", "modulepath = modules:../../common\n");
    StringBuilder site = new StringBuilder();
    for (int m = 0; m < modules; m++) {
      site.append("class { 'm").append(m).append("': branch => 'e").append(i).append("' }\n");
    }
    write(directory + "manifests/site.pp", site.toString());
  }

  private void write(String path, String text) throws IOException {
    Path file = codedir.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
