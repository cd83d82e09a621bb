// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bunraku.compiler.CompilationException;
import io.bunraku.compiler.CompileRequest;
import io.bunraku.compiler.CompileResult;
import io.bunraku.compiler.Compiler;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import io.bunraku.compiler.loader.EnvironmentSettings;
import io.bunraku.compiler.loader.ProgramCache;
import io.bunraku.compiler.port.CompilerPorts;
import io.bunraku.compiler.port.ExportedResourceFinder;
import io.bunraku.compiler.port.RubyBridge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a compile logs, also one that fails. */
class CompileLogsTest {

  private static final String OFF =
      "You cannot collect exported resources without storeconfigs being set; the ";

  @TempDir Path environment;

  @Test
  void exportsAndCollectorsAreIgnoredWithAWarningEach() throws Exception {
    CompileResult result =
        compile(
            """
            class a {
              @@notify { 'x': tag => 'q' }
            }
            include a
            Notify <<| tag == 'q' |>> { message => 'set' }
            Notify <| title == 'nothing' |>
            """);
    assertThat(result.logs())
        .extracting(CompileLogsTest::line)
        .containsExactly(
            "warning 2 " + OFF + "export is ignored",
            "warning 5 " + OFF + "collection will be ignored");
    assertThat(result.logs().getFirst().file()).endsWith("/manifests/site.pp");
  }

  @Test
  void aTextThatDoesNotPassLogsWhatItWasWarnedOfAndAllItsErrors() {
    assertThat(failure("$a = \"\\q\"\n$b = )\n$c = \"\\q\"\n"))
        .containsExactly("warning 1 Unrecognized escape sequence '\\q'");
    String refused =
        "Illegal attempt to assign to 'a Literal Integer'. Not an assignable reference";
    assertThat(failure("$a = \"\\q\"\n1 = 1\n2 = 2\n"))
        .containsExactly(
            "warning 1 Unrecognized escape sequence '\\q'", "err 2 " + refused, "err 3 " + refused);
  }

  private List<String> failure(String manifest) {
    CompilationException failure =
        catchThrowableOfType(CompilationException.class, () -> compile(manifest));
    return failure.logs().stream().map(CompileLogsTest::line).toList();
  }

  private static String line(LogEntry log) {
    return log.level() + " " + log.line() + " " + log.message();
  }

  private CompileResult compile(String manifest) throws Exception {
    Path site = environment.resolve("manifests/site.pp");
    Files.createDirectories(site.getParent());
    Files.writeString(site, manifest);
    LanguageOptions options = LanguageOptions.defaults(LanguageVersion.PUPPET_7);
    try (Compiler compiler = new Compiler(1, Duration.ofSeconds(30))) {
      return compiler.compile(
          new CompileRequest(
              "node1.example.com",
              "production",
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              Map.of("storeconfigs", false),
              options,
              null),
          DirectoryEnvironmentLoader.load(
              EnvironmentSettings.of("production", environment, options), new ProgramCache()),
          new CompilerPorts(
              ExportedResourceFinder.NONE,
              RubyBridge.NONE,
              Clock.systemUTC(),
              new SplittableRandom(1)));
    }
  }
}
