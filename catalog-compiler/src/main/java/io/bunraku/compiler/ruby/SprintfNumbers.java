// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which number an argument of {@code sprintf} is to a directive: as {@code Integer()} and {@code
 * Float()} convert it, or as a C {@code int} of a width or a character.
 */
final class SprintfNumbers {

  private final RubyView view;

  SprintfNumbers(RubyView view) {
    this.view = view;
  }

  /** The number that Ruby takes without being asked to convert. */
  long implicitInteger(Object value) {
    return switch (value) {
      case Double number -> whole(number);
      case BigInteger big -> throw tooBig(big);
      case Number number -> number.longValue();
      case Timespan span -> span.toInteger().longValue();
      case Timestamp stamp -> stamp.toInteger().longValue();
      case SemVer version ->
          throw new EvaluationException(
              "undefined method `to_i' for " + version + ":" + view.className(version));
      default -> {
        String name = view.className(value);
        throw new EvaluationException(
            name.equals("nil")
                ? "no implicit conversion from nil to integer"
                : "no implicit conversion of " + name + " into Integer");
      }
    };
  }

  private static long whole(double number) {
    if (Double.isNaN(number) || Math.abs(number) >= 0x1p63) {
      String text =
          String.format(Locale.ROOT, "%.10g", number)
              .replaceFirst("(\\.\\d*?)0+(?=e|$)", "$1")
              .replaceFirst("\\.(?=e|$)", "");
      throw new EvaluationException("float " + text + " out of range of integer");
    }
    return (long) number;
  }

  /** The same where C has an {@code int}. */
  int implicitInt(Object value) {
    long number = implicitInteger(value);
    if ((int) number != number) {
      throw tooBig(number);
    }
    return (int) number;
  }

  private static EvaluationException tooBig(Number number) {
    return new EvaluationException("integer " + number + " too big to convert to `int'");
  }

  /** As {@code Integer()} converts. */
  Number toInteger(Object value) {
    if (value instanceof Double number) {
      if (number.isNaN() || number.isInfinite()) {
        throw new EvaluationException(RubyText.of(number));
      }
      return RubyNumbers.truncate(number);
    }
    if (value instanceof String text) {
      Number number = RubyNumbers.parseInteger(text);
      if (number == null) {
        throw new EvaluationException("invalid value for Integer(): " + RubyText.inspect(text));
      }
      return number;
    }
    return number(value, "Integer");
  }

  /** As {@code Float()} converts. */
  Number toFloat(Object value) {
    if (value instanceof String text) {
      Double number = RubyNumbers.parseFloat(text);
      if (number == null) {
        throw new EvaluationException("invalid value for Float(): " + RubyText.inspectBytes(text));
      }
      return number;
    }
    return number(value, "Float");
  }

  private Number number(Object value, String target) {
    Number number = asNumber(value, target);
    if (number != null) {
      return number;
    }
    throw new EvaluationException("can't convert " + view.className(value) + " into " + target);
  }

  /** Numbers, and lengths and points of time, which are numbers in Ruby. */
  private static @Nullable Number asNumber(Object value, String target) {
    boolean whole = target.equals("Integer");
    return switch (value) {
      case Number number -> number;
      case Timespan span when whole -> RubyNumbers.narrow(span.toInteger());
      case Timespan span -> span.toDouble();
      case Timestamp stamp when whole -> RubyNumbers.narrow(stamp.toInteger());
      case Timestamp stamp -> stamp.toDouble();
      default -> null;
    };
  }
}
