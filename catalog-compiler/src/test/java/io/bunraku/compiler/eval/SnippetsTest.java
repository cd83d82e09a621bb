// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.syntax.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Evaluates the snippets in {@code src/test/puppet/eval}: each {@code .pp} holds several, separated
 * by lines of three hyphens, and its {@code .out} what Puppet itself makes of them. In files whose
 * name begins with {@code strict} the settings are {@code strict=error} and {@code
 * strict_variables}.
 */
final class SnippetsTest {

  private static final Path DIRECTORY = Path.of("src/test/puppet/eval");

  @TestFactory
  Stream<DynamicTest> snippetsEvaluateAsInPuppet() throws IOException {
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      List<DynamicTest> tests = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".pp")).sorted().toList()) {
        addTests(file, tests);
      }
      return tests.stream();
    }
  }

  private static void addTests(Path file, List<DynamicTest> tests) throws IOException {
    String name = file.getFileName().toString();
    List<String> snippets = chunks(file);
    List<String> expected = chunks(DIRECTORY.resolve(name.replace(".pp", ".out")));
    assertThat(expected).as("results for " + name).hasSameSizeAs(snippets);
    for (int i = 0; i < snippets.size(); i++) {
      String snippet = snippets.get(i);
      String result = expected.get(i);
      tests.add(
          DynamicTest.dynamicTest(
              name + " " + (i + 1),
              () ->
                  assertThat(run(snippet, name.startsWith("strict")))
                      .as(snippet)
                      .isEqualTo(result)));
    }
  }

  private static List<String> chunks(Path file) throws IOException {
    return List.of(Files.readString(file).split("(?m)^---\n", -1));
  }

  private static String run(String snippet, boolean strict) {
    LanguageOptions options =
        new LanguageOptions(
            LanguageVersion.PUPPET_7, strict ? Strict.ERROR : Strict.WARNING, strict);
    Evaluation evaluation = new Evaluation(options, Limits.DEFAULT);
    String result = result(evaluation, snippet);
    StringBuilder text = new StringBuilder();
    for (LogEntry log : evaluation.logs()) {
      text.append(log.level()).append(": ").append(log.message());
      text.append(log.line() > 0 ? " @" + log.line() : "").append('\n');
    }
    return text.append(result).append('\n').toString();
  }

  private static String result(Evaluation evaluation, String snippet) {
    try {
      return Dump.of(evaluation.evaluate(snippet));
    } catch (EvaluationException e) {
      return "error: " + e.fullMessage();
    } catch (SyntaxException e) {
      return "error: " + e.getMessage();
    }
  }
}
