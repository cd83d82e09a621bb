// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.syntax.Parser;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import java.util.ArrayList;
import java.util.List;

/** {@code convert_to} of {@code lookup_options}: a value becomes one of another type. */
final class ValueConversion {

  private ValueConversion() {}

  static Object convert(LookupKey key, Object value, Object conversion, Invocation invocation) {
    List<?> written = conversion instanceof List<?> list ? list : List.of(conversion);
    Object type = written.getFirst();
    List<Object> arguments = new ArrayList<>();
    Scope scope = invocation.scope();
    arguments.add(type instanceof String text ? parsed(key, text, scope) : type);
    arguments.add(value);
    arguments.addAll(written.subList(1, written.size()));
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

  /** The type that a text names, of the environment's own types too. */
  private static Object parsed(LookupKey key, String text, Scope scope) {
    Scope.Mark mark = scope.mark();
    try {
      Program program = Parser.parse(new Source(null, null, text));
      scope.enter(program.source());
      return scope.compilation().evaluator().evaluate(program.body(), scope);
    } catch (EvaluationException e) {
      throw invalid(key, text, String.valueOf(e.getMessage()));
    } catch (SyntaxException e) {
      throw invalid(key, text, String.valueOf(e.getMessage()));
    } finally {
      scope.reset(mark);
    }
  }

  private static EvaluationException invalid(LookupKey key, String text, String problem) {
    return LookupErrors.error(
        "Invalid data type in lookup_options for key '%s' could not parse '%s', error: '%s"
            .formatted(key, text, problem));
  }
}
