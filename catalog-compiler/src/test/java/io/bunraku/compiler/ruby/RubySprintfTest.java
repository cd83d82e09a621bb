// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Undef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Against what Ruby's own {@code sprintf} answers. */
class RubySprintfTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final RubyView VIEW =
      new RubyView() {
        @Override
        public String text(Object value) {
          return value instanceof String string
              ? string
              : value == Undef.UNDEF ? "" : inspect(value);
        }

        @Override
        public String inspect(Object value) {
          return switch (value) {
            case Undef undef -> "nil";
            case String string -> RubyText.inspect(string);
            case Double number -> RubyText.of(number);
            case List<?> list -> RubyText.inspect(list, this::inspect);
            default -> value.toString();
          };
        }

        @Override
        public String className(Object value) {
          return switch (value) {
            case List<?> list -> "Array";
            case Map<?, ?> map -> "Hash";
            default -> inspect(value);
          };
        }
      };

  /** A call of Ruby's {@code sprintf} and its answer. */
  record Call(List<Object> call, @Nullable String value, @Nullable String error) {

    String expected() {
      return value != null ? value : "error: " + error;
    }
  }

  @Test
  void format_equalsRubys() throws IOException {
    assertThat(calls())
        .allSatisfy(call -> assertThat(format(call.call())).isEqualTo(call.expected()));
  }

  private static List<Call> calls() throws IOException {
    try (InputStream file = RubySprintfTest.class.getResourceAsStream("sprintf.jsonl");
        MappingIterator<Call> calls = JSON.readerFor(Call.class).readValues(file)) {
      return calls.readAll();
    }
  }

  private static Object value(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(RubySprintfTest::value).toList();
    }
    return value == null ? Undef.UNDEF : value;
  }

  private static String format(List<Object> call) {
    List<Object> arguments = call.stream().skip(1).map(RubySprintfTest::value).toList();
    try {
      return RubySprintf.format((String) call.get(0), arguments, VIEW);
    } catch (EvaluationException e) {
      return "error: " + e.getMessage();
    }
  }
}
