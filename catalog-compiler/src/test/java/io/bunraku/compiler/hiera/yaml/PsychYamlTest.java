// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.value.Undef;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Psych's own answers (Ruby 3.1, Psych 4.0.4, as Puppet calls it) to some 1,100 mutants of
 * documents and to samples of 600 scalars and 130 documents.
 */
class PsychYamlTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"psych.jsonl", "sample.jsonl"})
  void load_answersAsPsychDoes(String file) throws IOException {
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (JsonNode golden : goldens(file)) {
      String yaml = golden.get("yaml").textValue();
      String expected =
          golden.has("error") ? "error" : String.valueOf(expected(golden.get("value")));
      String actual = outcome(yaml);
      compared++;
      if (!expected.equals(actual)) {
        different.add(
            JSON.writeValueAsString(yaml) + "\n  psych: " + expected + "\n  ours:  " + actual);
      }
    }
    assertThat(compared).isGreaterThan(350);
    assertThat(different).isEmpty();
  }

  @Test
  void load_wordsErrorsAsLibyamlDoes() throws IOException {
    List<String> different = new ArrayList<>();
    int compared = 0;
    for (JsonNode golden : goldens("psych.jsonl")) {
      if (golden.has("error")) {
        compared++;
        String message = message(golden.get("yaml").textValue());
        if (!golden.get("error").textValue().equals(message)) {
          different.add(
              golden.get("yaml").toString()
                  + "\n  psych: "
                  + golden.get("error").textValue()
                  + "\n  ours:  "
                  + message);
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    // half-written anchors and the position behind a truncated bracket; the documents are mutants
    assertThat(different).hasSizeLessThan(compared / 12);
  }

  @Test
  void load_refusesWhatGrowsBeyondBounds() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    assertThatThrownBy(() -> PsychYaml.load(bomb.toString()))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> PsychYaml.load("[".repeat(100_000)))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining("nested too deep");
    assertThatThrownBy(() -> PsychYaml.load("a: &a [*a]")).hasMessage("Unknown alias: a");
  }

  private static String message(String yaml) {
    try {
      return "no error: " + PsychYaml.load(yaml, "/f.yaml");
    } catch (YamlException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<JsonNode> goldens(String file) throws IOException {
    List<JsonNode> result = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(PsychYamlTest.class.getResourceAsStream("/yaml/" + file)),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        result.add(JSON.readTree(line));
      }
    }
    return result;
  }

  private static String outcome(String yaml) {
    try {
      return String.valueOf(described(PsychYaml.load(yaml, "/f.yaml")));
    } catch (YamlException e) {
      return "error";
    }
  }

  private static Object described(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> result = new LinkedHashMap<>();
        map.forEach((k, v) -> result.put(described(k), described(v)));
        yield result;
      }
      case List<?> list -> list.stream().map(PsychYamlTest::described).toList();
      case Undef undef -> "nil";
      case String text -> "'" + text + "'";
      case RubySymbol symbol -> ":" + symbol.name();
      default -> value.toString();
    };
  }

  private static Object expected(JsonNode node) {
    if (node.isNull()) {
      return "nil";
    }
    if (node.isArray()) {
      List<Object> list = new ArrayList<>();
      node.forEach(element -> list.add(expected(element)));
      return list;
    }
    if (node.has("map")) {
      Map<Object, Object> map = new LinkedHashMap<>();
      node.get("map").forEach(pair -> map.put(expected(pair.get(0)), expected(pair.get(1))));
      return map;
    }
    if (node.has("float")) {
      return Double.toString(Double.parseDouble(node.get("float").textValue()));
    }
    if (node.has("int")) {
      return new BigInteger(node.get("int").textValue()).toString();
    }
    if (node.has("symbol")) {
      return ":" + node.get("symbol").textValue();
    }
    return node.isTextual() ? "'" + node.textValue() + "'" : node.asText();
  }
}
