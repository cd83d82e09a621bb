// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.LanguageVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sample of the random expressions with Puppet 7.23's answers: an expression ({@code e}), its
 * value ({@code v}) with its type ({@code t}), or the text of its error ({@code x}).
 */
class SampleTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path directory;

  @Test
  void sample_isAnsweredAsPuppetDoes() throws IOException {
    Answers answers = new Answers(directory, LanguageVersion.PUPPET_7);
    List<String> different = new ArrayList<>();
    int compared = 0;
    try (InputStream file = SampleTest.class.getResourceAsStream("/fuzz/sample.jsonl");
        MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(file)) {
      while (lines.hasNext()) {
        JsonNode wanted = lines.next();
        JsonNode got = JSON.readTree(answers.to(wanted.get("e").textValue()));
        compared++;
        for (String part : List.of("v", "t", "x")) {
          if (!wanted.path(part).equals(got.path(part))) {
            different.add(wanted.get("e") + "\n  wanted " + wanted + "\n  got    " + got);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    assertThat(different).isEmpty();
  }

  @Test
  void generator_repeatsItself() {
    assertThat(Fuzz.expressions(7, 300, 0)).isEqualTo(Fuzz.expressions(7, 300, 0));
    assertThat(Fuzz.expressions(7, 300, 0)).isNotEqualTo(Fuzz.expressions(8, 300, 0));
  }

  @Test
  void pairs_meetUnderEveryOperator() {
    int pairs = OperatorPairs.KINDS.size() * OperatorPairs.KINDS.size();
    int operators = OperatorPairs.OPERATORS.size() + 2;
    assertThat(Fuzz.expressions(1, 0, 1)).hasSize(pairs * operators);
  }

  /** Whatever comes out of the grammar ends in a value or in an error of the language. */
  @Test
  void noExpression_endsInAnErrorOfOurs() {
    Answers answers = new Answers(directory, LanguageVersion.PUPPET_7);
    Set<String> crashes = new HashSet<>();
    for (String expression : Fuzz.expressions(2026, 1500, 0)) {
      String answer = answers.to(expression);
      if (answer.contains("CRASH")) {
        crashes.add(expression + "\n  " + answer);
      }
    }
    assertThat(crashes).isEmpty();
  }

  /** Each of very many ranges would be compared with all the others. */
  @Test
  void typeOfVeryManyKeys_isTold() {
    assertThat(
            new Answers(directory, LanguageVersion.PUPPET_7)
                .to("Optional[Hash[Boolean, String]].new(200000)"))
        .contains("got Hash[Variant[Integer[0, 0], Integer[2, 2], Integer[4, 4],");
  }
}
