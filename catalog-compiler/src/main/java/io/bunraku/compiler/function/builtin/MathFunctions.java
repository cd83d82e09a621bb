// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.ruby.RubyText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Functions on numbers. */
final class MathFunctions {

  private MathFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "abs",
        f ->
            f.when(
                    Params.of("Numeric val"),
                    (call, arguments, block) -> abs((Number) arguments.get(0)))
                .when(
                    Params.of("String val"),
                    (call, arguments, block) -> absOf(call, (String) arguments.get(0))));
    define(functions, "ceiling", RoundingMode.CEILING);
    define(functions, "floor", RoundingMode.FLOOR);
    functions.define(
        "round",
        f ->
            f.when(
                Params.of("Numeric val"),
                (call, arguments, block) -> round(((Number) arguments.get(0)).doubleValue())));
  }

  private static Number abs(Number number) {
    return switch (number) {
      case Double value -> Math.abs(value);
      case BigInteger value -> value.abs();
      default ->
          number.longValue() == Long.MIN_VALUE
              ? BigInteger.valueOf(Long.MIN_VALUE).negate()
              : (Number) Math.abs(number.longValue());
    };
  }

  private static Object absOf(CallContext call, String text) {
    Deprecations.warnAnywhere(
        call,
        "abs_function_numeric_coerce_string",
        "The abs() function's auto conversion of String to Numeric is deprecated - change to"
            + " convert input before calling");
    boolean decimal = text.lines().anyMatch(line -> line.matches("-?\\d+\\.\\d+"));
    if (decimal) {
      return Math.abs(RubyNumbers.toFloat(text));
    }
    if (text.lines().anyMatch(line -> line.matches("-?\\d+"))) {
      return abs(RubyNumbers.toInteger(text));
    }
    throw new EvaluationException(
        "abs(): Requires float or integer to work with - was given non decimal string");
  }

  private static void define(Registry functions, String name, RoundingMode mode) {
    functions.define(
        name,
        f ->
            f.when(
                    Params.of("Numeric val"),
                    (call, arguments, block) -> toInteger((Number) arguments.get(0), mode))
                .when(
                    Params.of("String val"),
                    (call, arguments, block) ->
                        toInteger(convert(call, name, (String) arguments.get(0)), mode)));
  }

  private static Double convert(CallContext call, String name, String text) {
    Deprecations.warnAnywhere(
        call,
        name + "_function_numeric_coerce_string",
        "The "
            + name
            + "() function's auto conversion of String to Float is deprecated - change to convert"
            + " input before calling");
    Double number = RubyNumbers.parseFloat(text);
    if (number == null) {
      throw new EvaluationException(
          name + "(): cannot convert given value to a floating point value.");
    }
    return number;
  }

  private static Number toInteger(Number number, RoundingMode mode) {
    if (!(number instanceof Double value)) {
      return number;
    }
    assertFinite(value);
    return RubyNumbers.narrow(new BigDecimal(value).setScale(0, mode).toBigInteger());
  }

  private static Number round(double number) {
    double moved = number > 0 ? number + 0.5 : number - 0.5;
    assertFinite(moved);
    return RubyNumbers.truncate(moved);
  }

  private static void assertFinite(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      throw new EvaluationException(RubyText.of(number));
    }
  }
}
