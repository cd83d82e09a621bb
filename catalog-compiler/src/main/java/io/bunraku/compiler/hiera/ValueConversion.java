// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import java.util.ArrayList;
import java.util.List;

/** {@code convert_to} of {@code lookup_options}: a value becomes one of another type. */
final class ValueConversion {

  private ValueConversion() {}

  static Object convert(LookupKey key, Object value, Object conversion, Invocation invocation) {
    List<?> written = conversion instanceof List<?> list ? list : List.of(conversion);
    Object type = written.getFirst();
    List<Object> arguments = new ArrayList<>();
    arguments.add(type instanceof String source ? parsed(key, source) : type);
    arguments.add(value);
    arguments.addAll(written.subList(1, written.size()));
    Scope scope = invocation.scope();
    try {
      return scope
          .compilation()
          .evaluator()
          .callFunction("new", arguments, null, scope, new Site(scope.source(), 0));
    } catch (EvaluationException e) {
      throw LookupErrors.error(
          "The convert_to lookup_option for key '%s' raised error: %s"
              .formatted(key, e.fullMessage()));
    }
  }

  private static Object parsed(LookupKey key, String source) {
    try {
      return LookupTypes.parse(source);
    } catch (EvaluationException e) {
      throw LookupErrors.error(
          "Invalid data type in lookup_options for key '%s' could not parse '%s', error: '%s"
              .formatted(key, source, e.getMessage()));
    }
  }
}
