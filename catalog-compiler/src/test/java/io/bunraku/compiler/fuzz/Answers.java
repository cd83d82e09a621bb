// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.function.builtin.Expressions;
import io.bunraku.compiler.value.Undef;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our answers to expressions, in the form that {@code answers.rb} gives Puppet's. */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> VARIABLES = variables();

  private final Expressions expressions;

  Answers(Path directory, LanguageVersion version) {
    expressions = new Expressions(directory, LanguageOptions.defaults(version));
  }

  private static Map<String, Object> variables() {
    Map<String, Object> hash = new LinkedHashMap<>();
    hash.put("a", 1L);
    hash.put("b", 2L);
    Map<String, Object> variables = new LinkedHashMap<>();
    variables.put("i", 7L);
    variables.put("f", 2.5);
    variables.put("s", "abc");
    variables.put("b", true);
    variables.put("a", List.of(1L, 2L, 3L));
    variables.put("h", hash);
    variables.put("u", Undef.UNDEF);
    return variables;
  }

  /** One line of JSON. */
  String to(String expression) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    try {
      Expressions.Outcome outcome = expressions.evaluate(expression, VARIABLES);
      if (outcome.error() == null) {
        answer.put("v", outcome.value());
        answer.put("t", outcome.type());
      } else {
        answer.put("x", outcome.error());
      }
      if (!outcome.logs().isEmpty()) {
        answer.put("l", outcome.logs());
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      answer.put(
          "x", "CRASH " + e + " " + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : ""));
    }
    return json(answer);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
