// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.FunctionBuilder;
import io.bunraku.compiler.function.Params;
import io.bunraku.compiler.function.PuppetLambda;
import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.value.Values;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code sort}, {@code compare}, {@code max} and {@code min}. */
final class OrderFunctions {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[._eE]\\d+)?");

  private OrderFunctions() {}

  static void register(Registry functions) {
    functions.define(
        "sort",
        f ->
            f.when(
                    Params.of("String string_value").optionalBlock("Callable[2,2]"),
                    (call, arguments, block) ->
                        PuppetView.joined(
                            sorted(Iterables.characters((String) arguments.get(0)), block), ""))
                .when(
                    Params.of("Array array_value").optionalBlock("Callable[2,2]"),
                    (call, arguments, block) -> sorted((List<?>) arguments.get(0), block)));
    functions.define("max", f -> extreme(f, "max", 1, List.of()));
    functions.define("min", f -> extreme(f, "min", -1, List.of()));
    functions.define("compare", OrderFunctions::defineCompare);
  }

  /** In Puppet 8 also versions, timespans and timestamps are compared as what they are. */
  static void registerOfPuppet8(Registry functions) {
    List<String> types = List.of("Semver", "Timespan", "Timestamp");
    functions.define("max", f -> extreme(f, "max", 1, types));
    functions.define("min", f -> extreme(f, "min", -1, types));
  }

  private static List<Object> sorted(List<?> values, @Nullable PuppetLambda block) {
    return MergeSort.sort(values, block == null ? RubyOrder::compare : lambdaOrder(block));
  }

  private static MergeSort.Order lambdaOrder(PuppetLambda lambda) {
    return (a, b) -> RubyOrder.sign(lambda.call(List.of(a, b)), a, b);
  }

  private static FunctionBuilder extreme(
      FunctionBuilder f, String name, int direction, List<String> ordered) {
    FunctionBody numbers =
        (call, arguments, block) -> best(name, arguments, direction, RubyOrder::compare);
    FunctionBody strings =
        (call, arguments, block) ->
            best(name, arguments, direction, (a, b) -> compareStrings(call, name, a, b));
    FunctionBody anything =
        (call, arguments, block) ->
            best(name, arguments, direction, (a, b) -> compareTexts(call, name, a, b));
    FunctionBody withBlock =
        (call, arguments, block) ->
            arguments.isEmpty()
                ? io.bunraku.compiler.value.Undef.UNDEF
                : best(name, arguments, direction, lambdaOrder(EachFunctions.lambda(block)));
    f.when(Params.of().repeated("Numeric values"), numbers)
        .when(Params.of().repeated("String values"), strings);
    ordered.forEach(type -> f.when(Params.of().repeated(type + " values"), numbers));
    f.when(array("Array[Numeric] values"), onList(numbers, withBlock))
        .when(array("Array[String] values"), onList(strings, withBlock));
    ordered.forEach(
        type -> f.when(array("Array[" + type + "] values"), onList(numbers, withBlock)));
    return f.when(array("Array values"), onList(anything, withBlock))
        .when(Params.of().repeated("Any values").block("Callable[2,2]"), withBlock)
        .when(Params.of().repeated("Any values"), anything);
  }

  private static Params array(String param) {
    return Params.of(param).optionalBlock("Callable[2,2]");
  }

  private static FunctionBody onList(FunctionBody plain, FunctionBody withBlock) {
    return (call, arguments, block) -> {
      List<Object> values = List.copyOf((List<?>) arguments.get(0));
      return (block == null ? plain : withBlock).call(call, values, block);
    };
  }

  private static Object best(
      String name, List<Object> values, int direction, MergeSort.Order order) {
    if (values.isEmpty()) {
      throw new EvaluationException(name + "(): Wrong number of arguments need at least one");
    }
    Object best = values.get(0);
    for (Object value : values.subList(1, values.size())) {
      if (order.compare(value, best) * direction > 0) {
        best = value;
      }
    }
    return best;
  }

  private static int compareStrings(CallContext call, String name, Object a, Object b) {
    String x = (String) a;
    String y = (String) b;
    return bothNumbers(x, y)
        ? compareNumbers(call, name, x, y, a, b)
        : RubyOrder.compareStrings(x, y);
  }

  private static int compareTexts(CallContext call, String name, Object a, Object b) {
    String x = PuppetView.INSTANCE.text(a);
    String y = PuppetView.INSTANCE.text(b);
    if (bothNumbers(x, y)) {
      return compareNumbers(call, name, x, y, a, b);
    }
    Deprecations.warnAnywhere(
        call,
        name + "_function_string_coerce_any",
        "The "
            + name
            + "() function's auto conversion of Any to String is deprecated - change to convert"
            + " input before calling, or use lambda");
    return RubyOrder.compareStrings(x, y);
  }

  private static boolean bothNumbers(String x, String y) {
    return NUMBER.matcher(x).matches() && NUMBER.matcher(y).matches();
  }

  private static int compareNumbers(
      CallContext call, String name, String x, String y, Object a, Object b) {
    Deprecations.warnAnywhere(
        call,
        name + "_function_numeric_coerce_string",
        "The "
            + name
            + "() function's auto conversion of String to Numeric is deprecated - change to"
            + " convert input before calling, or use lambda");
    return Double.compare(toFloat(x, a), toFloat(y, b));
  }

  private static double toFloat(String text, Object value) {
    return value instanceof Number number ? number.doubleValue() : RubyNumbers.toFloat(text);
  }

  private static FunctionBuilder defineCompare(FunctionBuilder f) {
    FunctionBody plain =
        (call, arguments, block) -> (long) Values.compare(arguments.get(0), arguments.get(1));
    return f.type("TimeComparable", "Variant[Numeric, Timespan, Timestamp]")
        .type("Comparable", "Variant[String, Semver, TimeComparable]")
        .when(Params.of("Numeric a", "Numeric b"), plain)
        .when(
            Params.of("String a", "String b").optional("Boolean ignore_case"),
            (call, arguments, block) -> compareTexts(arguments))
        .when(Params.of("Semver a", "Semver b"), plain)
        .when(Params.of("Numeric a", "Variant[Timespan, Timestamp] b"), plain)
        .when(Params.of("Timestamp a", "Variant[Timestamp, Numeric] b"), plain)
        .when(Params.of("Timespan a", "Variant[Timespan, Numeric] b"), plain)
        .refuse(
            Params.of("Comparable a", "Comparable b").repeated("Any ignore_case"),
            ComparisonErrors::comparable)
        .refuse(
            Params.of("Any a", "Any b").repeated("Any ignore_case"),
            ComparisonErrors::notComparable);
  }

  private static Object compareTexts(List<Object> arguments) {
    String a = (String) arguments.get(0);
    String b = (String) arguments.get(1);
    boolean ignoreCase = arguments.size() < 3 || (Boolean) arguments.get(2);
    int order = ignoreCase ? Values.compare(a, b) : RubyOrder.compareStrings(a, b);
    return (long) Integer.signum(order);
  }
}
