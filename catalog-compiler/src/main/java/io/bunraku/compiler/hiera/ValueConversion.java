// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.compiler.type.StringConverter;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code convert_to} of {@code lookup_options}: a value becomes one of another type. */
final class ValueConversion {

  private ValueConversion() {}

  static Object convert(LookupKey key, Object value, Object conversion, Invocation invocation) {
    List<?> written = conversion instanceof List<?> list ? list : List.of(conversion);
    Object type = written.isEmpty() ? Undef.UNDEF : written.getFirst();
    List<Object> arguments = new ArrayList<>();
    Scope scope = invocation.scope();
    arguments.add(type instanceof String text ? parsed(key, text, scope) : type);
    arguments.add(value);
    arguments.addAll(written.subList(Math.min(1, written.size()), written.size()));
    try {
      Object converted =
          scope
              .compilation()
              .evaluator()
              .callFunction("new", arguments, null, scope, new Site(scope.source(), 0));
      Explainer explainer = invocation.explainer();
      if (explainer != null) {
        arguments.remove(1);
        if (holdsSensitive(converted)) {
          explainer.redactLast();
        }
        explainer.text(
            "Applying convert_to lookup_option with arguments "
                + StringConverter.convert(arguments));
      }
      return converted;
    } catch (EvaluationException e) {
      throw LookupErrors.error(
          "The convert_to lookup_option for key '%s' raised error: %s"
              .formatted(key, e.fullMessage()));
    }
  }

  private static boolean holdsSensitive(Object value) {
    return switch (value) {
      case Sensitive sensitive -> true;
      case List<?> list -> list.stream().anyMatch(ValueConversion::holdsSensitive);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .anyMatch(e -> holdsSensitive(e.getKey()) || holdsSensitive(e.getValue()));
      default -> false;
    };
  }

  /** The type that a text names, of the environment's own types too. */
  private static Object parsed(LookupKey key, String text, Scope scope) {
    try {
      return scope.compilation().evaluator().parseType(text, scope);
    } catch (EvaluationException | SyntaxException e) {
      throw invalid(key, text, String.valueOf(e.getMessage()));
    }
  }

  private static EvaluationException invalid(LookupKey key, String text, String problem) {
    return LookupErrors.error(
        "Invalid data type in lookup_options for key '%s' could not parse '%s', error: '%s"
            .formatted(key, text, problem));
  }
}
