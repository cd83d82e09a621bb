// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.syntax.Operation.ArithmeticExpression;
import io.bunraku.compiler.syntax.Operation.ArithmeticOperator;
import io.bunraku.compiler.value.Seconds;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import java.math.BigInteger;

/** Arithmetic with {@code Timespan} and {@code Timestamp} ({@code pops/time}). */
final class TimeArithmetic {

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
          number instanceof Double d
              ? Seconds.cutOff(left.nanoseconds().doubleValue() * d)
              : left.nanoseconds().multiply(RubyNumbers.big(number)));
    }
    throw new EvaluationException("A Timestamp cannot be multiplied by " + rubyLabel(right));
  }

  private static Object divide(Timespan left, Object right, ArithmeticExpression o, Scope scope) {
    if (right instanceof Timespan span) {
      return Seconds.quotient(left.nanoseconds(), span.nanoseconds());
    }
    if (!(right instanceof Number number)) {
      throw new EvaluationException("A Timespan cannot be divided by " + rubyLabel(right));
    }
    if (number.doubleValue() == 0) {
      throw Arithmetic.divisionByZero(o, scope);
    }
    BigInteger nanos = left.nanoseconds();
    return timespan(
        number instanceof Double d
            ? Seconds.cutOff(Math.floor(nanos.doubleValue() / d))
            : Seconds.floorDivide(nanos, RubyNumbers.big(number)));
  }

  private static Object modulo(Timespan left, Object right, ArithmeticExpression o, Scope scope) {
    if (!(right instanceof Number number)) {
      throw new EvaluationException("Can not do modulus on a Timespan using a " + rubyLabel(right));
    }
    if (number.doubleValue() == 0) {
      throw Arithmetic.divisionByZero(o, scope);
    }
    if (number instanceof Double divisor) {
      double rest = left.toDouble() % divisor;
      return rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
    }
    BigInteger divisor = RubyNumbers.big(number);
    BigInteger rest = left.toInteger().mod(divisor.abs());
    return RubyNumbers.narrow(divisor.signum() < 0 && rest.signum() > 0 ? rest.add(divisor) : rest);
  }

  /** A label as Puppet makes it out of the name of the class. */
  private static String rubyLabel(Object value) {
    return value instanceof SemVer ? "a Version" : Labels.anOfValue(value);
  }

  private static BigInteger nanoseconds(Object value, String verb, Object time) {
    return switch (value) {
      case Timespan span -> span.nanoseconds();
      case Number number -> Seconds.toNanoseconds(number);
      default ->
          throw new EvaluationException(
              "A Version cannot be " + verb + " " + Labels.anOfValue(time));
    };
  }

  private static Timespan timespan(BigInteger nanoseconds) {
    return new Timespan(nanoseconds);
  }

  private static Timestamp timestamp(BigInteger nanoseconds) {
    return new Timestamp(nanoseconds);
  }
}
