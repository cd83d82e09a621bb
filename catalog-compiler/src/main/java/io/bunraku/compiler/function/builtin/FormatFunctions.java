// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.ruby.RubySprintf;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.TimespanFormat;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.TimestampFormat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that write and read formatted text. */
final class FormatFunctions {

  private FormatFunctions() {}

  static void register(Registry functions) {
    functions.legacy(
        "sprintf",
        -2,
        (call, arguments, block) ->
            RubySprintf.format(
                format(arguments.get(0)),
                arguments.subList(1, arguments.size()),
                PuppetView.LEGACY));
    functions.define(
        "scanf",
        f ->
            f.when(
                Params.of("String data", "String format").optionalBlock(),
                (call, arguments, block) -> scanf(arguments, block)));
    defineStrftime(functions);
  }

  private static void defineStrftime(Registry functions) {
    functions.define(
        "strftime",
        f ->
            f.when(
                    Params.of("Timespan time_object", "String format"),
                    (call, arguments, block) ->
                        new TimespanFormat((String) arguments.get(1))
                            .format((Timespan) arguments.get(0)))
                .when(
                    Params.of("Timestamp time_object", "String format").optional("String timezone"),
                    (call, arguments, block) ->
                        TimestampFormat.format(
                            (Timestamp) arguments.get(0),
                            (String) arguments.get(1),
                            arguments.size() > 2 ? (String) arguments.get(2) : null))
                .when(
                    Params.of("String format").optional("String timezone"),
                    (call, arguments, block) -> {
                      Deprecations.warn(
                          call,
                          "legacy#strftime",
                          "The argument signature (String format, [String timezone]) is deprecated"
                              + " for #strftime. See #strftime documentation and Timespan type for"
                              + " more info");
                      Instant now = call.scope().compilation().ports().clock().instant();
                      String zone = arguments.size() > 1 ? (String) arguments.get(1) : "";
                      return TimestampFormat.format(
                          Timestamp.of(now), (String) arguments.get(0), zone);
                    }));
  }

  private static String format(Object format) {
    if (format instanceof String text) {
      return text;
    }
    throw new EvaluationException(
        "no implicit conversion of " + PuppetView.LEGACY.className(format) + " into String");
  }

  private static Object scanf(List<Object> arguments, @Nullable PuppetLambda block) {
    Object result = Scanf.scan((String) arguments.get(0), (String) arguments.get(1));
    return block == null ? result : block.call(List.of(result));
  }
}
