// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LanguageVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls of core functions, good and bad ones, against what Puppet 7.23 answers: value or message,
 * and what is logged. {@code calls/*.jsonl} has an expression ({@code e}), its value ({@code v}) or
 * error ({@code x}), and log lines ({@code l}). {@code puppet8.jsonl} is what Puppet 8.11 answers,
 * {@code strict_*.jsonl} the answers with all settings of {@code strict} and {@code
 * strict_variables}.
 */
class GoldenCallsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path directory;

  @BeforeAll
  static void makeModule() throws IOException {
    Path module = directory.resolve("modules/m");
    write(module.resolve("files/a.txt"), "hello\n");
    write(module.resolve("templates/t.epp"), "<%= 1+1 %>");
    write(module.resolve("manifests/init.pp"), "class m { }");
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iteration",
        "strings",
        "regexps",
        "formats",
        "collections",
        "order",
        "numbers",
        "digests",
        "types",
        "lookup",
        "files",
        "logs",
        "templates"
      })
  void call_answersAsPuppetDoes(String theme) throws IOException {
    assertCalls(theme, LanguageOptions.defaults(LanguageVersion.PUPPET_7));
  }

  @Test
  void callsThatPuppet8Changed_answerAsPuppet8Does() throws IOException {
    assertCalls("puppet8", LanguageOptions.defaults(LanguageVersion.PUPPET_8));
  }

  /** Both versions answer alike when they are equally strict. */
  @ParameterizedTest
  @CsvSource({
    "OFF,false",
    "OFF,true",
    "WARNING,false",
    "WARNING,true",
    "ERROR,false",
    "ERROR,true"
  })
  void strictness_decidesWhatIsAnError(Strict strict, boolean variables) throws IOException {
    String theme = "strict_" + strict.name().toLowerCase(Locale.ROOT) + "_" + variables;
    for (LanguageVersion version : LanguageVersion.values()) {
      assertCalls(theme, new LanguageOptions(version, strict, variables));
    }
  }

  private static void assertCalls(String theme, LanguageOptions options) throws IOException {
    List<String> differences = new ArrayList<>();
    Expressions expressions = new Expressions(directory, options);
    try (InputStream file = GoldenCallsTest.class.getResourceAsStream("calls/" + theme + ".jsonl");
        MappingIterator<JsonNode> calls = JSON.readerFor(JsonNode.class).readValues(file)) {
      while (calls.hasNext()) {
        JsonNode call = calls.next();
        String difference = difference(call, expressions);
        if (!difference.isEmpty()) {
          differences.add(difference);
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String difference(JsonNode call, Expressions expressions) throws IOException {
    String expression = call.get("e").asText().replace("@DIR@", directory.toString());
    Expressions.Outcome outcome = expressions.evaluate(expression);
    String wanted =
        (call.has("x")
                ? "error: " + call.get("x").asText()
                : JSON.writeValueAsString(call.get("v")))
            .replace("@DIR@", directory.toString());
    String got = outcome.error() != null ? "error: " + outcome.error() : json(outcome);
    List<String> logs = new ArrayList<>();
    call.path("l").forEach(line -> logs.add(line.asText()));
    return wanted.equals(got) && logs.equals(outcome.logs())
        ? ""
        : expression + "\n  wanted " + wanted + logs + "\n  got    " + got + outcome.logs();
  }

  private static String json(Expressions.Outcome outcome) throws IOException {
    return JSON.writeValueAsString(outcome.value());
  }
}
