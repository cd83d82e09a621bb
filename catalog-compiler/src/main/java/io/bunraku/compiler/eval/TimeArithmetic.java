// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Operation.ArithmeticExpression;
import io.bunraku.compiler.syntax.Operation.ArithmeticOperator;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Arithmetic with {@code Timespan} and {@code Timestamp} ({@code pops/time}). */
final class TimeArithmetic {

  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

  private TimeArithmetic() {}

  static Object calculate(Object left, Object right, ArithmeticExpression o, Scope scope) {
    if (left instanceof Number number) {
      return switchPlaces(number, right, o, scope);
    }
    return left instanceof Timespan span
        ? ofTimespan(span, right, o, scope)
        : ofTimestamp((Timestamp) left, right, o, scope);
  }

  /** A number before a time: the time does the arithmetic where that means the same. */
  private static Object switchPlaces(
      Number left, Object right, ArithmeticExpression o, Scope scope) {
    boolean span = right instanceof Timespan;
    if (o.operator() == ArithmeticOperator.PLUS
        || (o.operator() == ArithmeticOperator.MULTIPLY && span)) {
      return calculate(right, left, o, scope);
    }
    if (o.operator() == ArithmeticOperator.MINUS && span) {
      return calculate(timespan(nanoseconds(left, "", right)), right, o, scope);
    }
    throw Arithmetic.notApplicableWhen(left, right, o, scope);
  }

  private static Object ofTimespan(
      Timespan left, Object right, ArithmeticExpression o, Scope scope) {
    return switch (o.operator()) {
      case PLUS ->
          right instanceof Timestamp time
              ? timestamp(left.nanoseconds().add(time.nanoseconds()))
              : timespan(left.nanoseconds().add(nanoseconds(right, "added to", left)));
      case MINUS -> {
        if (right instanceof Timestamp) {
          throw new EvaluationException("A Timestamp cannot be subtracted from a Timespan");
        }
        yield timespan(left.nanoseconds().subtract(nanoseconds(right, "subtracted from", left)));
      }
      case MULTIPLY -> multiply(left, right);
      case DIVIDE -> divide(left, right, o, scope);
      case MODULO -> modulo(left, right, o, scope);
      case SHIFT_LEFT, SHIFT_RIGHT -> throw Arithmetic.notApplicable(left, o, scope);
    };
  }

  private static Object ofTimestamp(
      Timestamp left, Object right, ArithmeticExpression o, Scope scope) {
    return switch (o.operator()) {
      case PLUS -> {
        if (right instanceof Timestamp) {
          throw new EvaluationException("A Timestamp cannot be added to a Timestamp");
        }
        yield timestamp(left.nanoseconds().add(nanoseconds(right, "added to", left)));
      }
      case MINUS ->
          right instanceof Timestamp time
              ? timespan(left.nanoseconds().subtract(time.nanoseconds()))
              : timestamp(left.nanoseconds().subtract(nanoseconds(right, "subtracted from", left)));
      case MULTIPLY, DIVIDE, MODULO, SHIFT_LEFT, SHIFT_RIGHT ->
          throw Arithmetic.notApplicable(left, o, scope);
    };
  }

  private static Object multiply(Timespan left, Object right) {
    if (right instanceof Number number) {
      return timespan(
          number instanceof Double factor
              ? whole(left.nanoseconds().doubleValue() * factor)
              : left.nanoseconds().multiply(integer(number)));
    }
    throw new EvaluationException("A Timestamp cannot be multiplied by " + Labels.anOfValue(right));
  }

  private static Object divide(Timespan left, Object right, ArithmeticExpression o, Scope scope) {
    if (right instanceof Timespan span) {
      return left.nanoseconds().doubleValue() / span.nanoseconds().doubleValue();
    }
    if (!(right instanceof Number number)) {
      throw new EvaluationException("A Timespan cannot be divided by " + Labels.anOfValue(right));
    }
    if (number.doubleValue() == 0) {
      throw Arithmetic.divisionByZero(o, scope);
    }
    if (number instanceof Double divisor) {
      return timespan(whole(Math.floor(left.nanoseconds().doubleValue() / divisor)));
    }
    BigInteger[] parts = left.nanoseconds().divideAndRemainder(integer(number));
    boolean below = parts[1].signum() * integer(number).signum() < 0;
    return timespan(below ? parts[0].subtract(BigInteger.ONE) : parts[0]);
  }

  private static Object modulo(Timespan left, Object right, ArithmeticExpression o, Scope scope) {
    if (!(right instanceof Number number)) {
      throw new EvaluationException(
          "Can not do modulus on a Timespan using " + Labels.anOfValue(right));
    }
    if (number.longValue() == 0) {
      throw Arithmetic.divisionByZero(o, scope);
    }
    return Math.floorMod(left.toLong(), number.longValue());
  }

  private static BigInteger nanoseconds(Object value, String verb, Object time) {
    return switch (value) {
      case Timespan span -> span.nanoseconds();
      case Double seconds -> whole(seconds * NANOS.doubleValue());
      case Number seconds -> integer(seconds).multiply(NANOS);
      default ->
          throw new EvaluationException(
              "A Version cannot be " + verb + " " + Labels.anOfValue(time));
    };
  }

  /** Floats are multiplied as floats, so that they round as in Ruby. */
  private static BigInteger whole(double number) {
    return new BigDecimal(number).toBigInteger();
  }

  private static BigInteger integer(Number number) {
    return number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
  }

  private static Timespan timespan(BigInteger nanoseconds) {
    BigInteger[] parts = nanoseconds.divideAndRemainder(NANOS);
    return new Timespan(Duration.ofSeconds(parts[0].longValue(), parts[1].longValue()));
  }

  private static Timestamp timestamp(BigInteger nanoseconds) {
    BigInteger[] parts = nanoseconds.divideAndRemainder(NANOS);
    return new Timestamp(Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue()));
  }
}
