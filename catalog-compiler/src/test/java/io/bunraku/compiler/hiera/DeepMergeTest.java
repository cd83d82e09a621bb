// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.eval.EvaluationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Random values merged by Puppet 7 with the gem that it uses; oddities included. */
class DeepMergeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void merge_answersAsTheGemDoes() throws IOException {
    List<String> different = new ArrayList<>();
    List<String> lines = Files.readAllLines(Path.of("src/test/resources/merge/deep.jsonl"));
    for (String line : lines) {
      JsonNode golden = JSON.readTree(line);
      String expected =
          golden.has("error")
              ? "error" // which elements a failing sort names depends on the algorithm
              : String.valueOf(HieraGoldenTest.value(golden.get("value")));
      String actual = merged(golden);
      if (!expected.equals(actual)) {
        different.add(line + "\n  ours: " + actual);
      }
    }
    assertThat(lines).hasSize(600);
    assertThat(different).isEmpty();
  }

  private static String merged(JsonNode golden) {
    Map<?, ?> options = (Map<?, ?>) HieraGoldenTest.value(golden.get("merge"));
    try {
      return String.valueOf(
          MergeStrategy.of(options)
              .merge(
                  HieraGoldenTest.value(golden.get("first")),
                  HieraGoldenTest.value(golden.get("second"))));
    } catch (RubyArgumentError | EvaluationException e) {
      return "error";
    }
  }
}
