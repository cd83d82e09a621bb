// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.AstDump;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code .pp} and {@code .epp} of {@code src/test/puppet/syntax} becomes what is in the
 * {@code .ast} beside it, or fails as the {@code .err} says. The expectations were compared with
 * Puppet 7.23: trees with their positions, errors with code, wording and position. A missing one is
 * written, and fails once; {@code -Dgolden.overwrite=true} writes all anew.
 */
class SyntaxGoldenTest {

  private static final Path DIRECTORY = Path.of("src/test/puppet/syntax");
  private static final boolean OVERWRITE = Boolean.getBoolean("golden.overwrite");

  @TestFactory
  Stream<DynamicTest> snippets() throws IOException {
    return files(".pp", ".epp")
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  @Test
  void everyExpectationHasItsSnippet() throws IOException {
    assertThat(files(".ast", ".err"))
        .allSatisfy(
            file -> assertThat(Files.exists(sibling(file, ".pp")) || isTemplate(file)).isTrue());
  }

  private static boolean isTemplate(Path file) {
    return Files.exists(sibling(file, ".epp"));
  }

  private static Stream<Path> files(String... extensions) throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      return files
          .filter(file -> Stream.of(extensions).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Path sibling(Path file, String extension) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + extension);
  }

  private static void check(Path file) {
    Outcome outcome = outcome(file);
    Path expected = sibling(file, outcome.extension());
    Path other = sibling(file, outcome.extension().equals(".ast") ? ".err" : ".ast");
    try {
      boolean missing = !Files.exists(expected) && !Files.exists(other);
      if (missing || OVERWRITE) {
        Files.deleteIfExists(other);
        Files.writeString(expected, outcome.text());
      }
      assertThat(missing && !OVERWRITE).as("the expectation was missing").isFalse();
      assertThat(other).doesNotExist();
      assertThat(outcome.text()).isEqualTo(Files.readString(expected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Outcome(String extension, String text) {}

  private static Outcome outcome(Path file) {
    LanguageOptions options = LanguageOptions.defaults(LanguageVersion.PUPPET_7);
    Source source = new Source(file.getFileName().toString(), file, read(file));
    try {
      EvaluatingParser.Checked checked =
          file.toString().endsWith(".epp")
              ? EvaluatingParser.parseEpp(source, options)
              : EvaluatingParser.parse(source, options, FileNamespace.none());
      String warnings = lines(checked.warnings());
      return new Outcome(".ast", warnings + AstDump.dump(checked.program()));
    } catch (SyntaxException e) {
      String summary = e.diagnostics().size() > 1 ? e.getMessage() + "\n" : "";
      return new Outcome(".err", summary + lines(e.diagnostics()));
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String lines(List<Diagnostic> diagnostics) {
    StringBuilder lines = new StringBuilder();
    for (Diagnostic d : diagnostics) {
      lines.append(d.severity()).append(' ').append(d.issueCode()).append(' ');
      lines.append(d.line()).append(':').append(d.column()).append(' ');
      lines.append(d.message()).append('\n');
    }
    return lines.toString();
  }
}
