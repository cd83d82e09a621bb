// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Operation.ArithmeticExpression;
import io.bunraku.compiler.syntax.Operation.ArithmeticOperator;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Uri;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The operators {@code + - * / % << >>}. */
final class Arithmetic {

  private static final long MAX_SHIFT = 1 << 20;

  private Arithmetic() {}

  static Object calculate(Object left, Object right, ArithmeticExpression o, Scope scope) {
    if (left instanceof Long x && right instanceof Long y) {
      return calculateIntegers(x, y, o, scope);
    }
    ArithmeticOperator operator = o.operator();
    if (operator == ArithmeticOperator.PLUS && (left instanceof Uri || left instanceof Binary)) {
      return CollectionOperations.concatenate(left, right);
    }
    if ((left instanceof List<?> || left instanceof Map<?, ?>) && isCollectionOperator(operator)) {
      return calculateCollection(left, right, o, scope);
    }
    return calculateNumeric(
        coerceNumeric(left, o.left(), scope), coerceNumeric(right, o.right(), scope), o, scope);
  }

  private static boolean isCollectionOperator(ArithmeticOperator operator) {
    return operator == ArithmeticOperator.PLUS
        || operator == ArithmeticOperator.MINUS
        || operator == ArithmeticOperator.SHIFT_LEFT;
  }

  private static Object calculateCollection(
      Object left, Object right, ArithmeticExpression o, Scope scope) {
    if (o.operator() == ArithmeticOperator.PLUS) {
      return CollectionOperations.concatenate(left, right);
    }
    if (o.operator() == ArithmeticOperator.MINUS) {
      return CollectionOperations.delete(left, right);
    }
    if (left instanceof List<?> list) {
      return CollectionOperations.append(list, right);
    }
    throw notApplicable(left, o, scope);
  }

  /** A number, or a time, out of a value; strings are coerced as {@code strict} allows. */
  static Object coerceNumeric(Object value, Positioned node, Scope scope) {
    if (isNumeric(value)) {
      return value;
    }
    Number number = Numbers.toNumber(value);
    if (number == null) {
      throw Issues.at(
          scope,
          node,
          "NOT_NUMERIC",
          "The value '" + RubyStrings.toS(value) + "' cannot be converted to Numeric.");
    }
    Issues.strict(
        scope,
        node,
        "NUMERIC_COERCION",
        "The string '"
            + value
            + "' was automatically coerced to the numerical value "
            + RubyStrings.toS(number));
    return number;
  }

  private static Object calculateNumeric(
      Object left, Object right, ArithmeticExpression o, Scope scope) {
    if (o.operator() == ArithmeticOperator.MODULO) {
      refuseFloatModulo(left, right, o, scope);
    }
    if (left instanceof Long x && right instanceof Long y) {
      return calculateIntegers(x, y, o, scope);
    }
    if (left instanceof SemVer version) {
      return calculateVersion(version, right, o, scope);
    }
    if (right instanceof SemVer && left instanceof Number) {
      throw isShift(o.operator()) ? notApplicable(left, o, scope) : versionIsNoNumber();
    }
    if (isTime(left) || isTime(right)) {
      return TimeArithmetic.calculate(left, right, o, scope);
    }
    if (right instanceof Double bits && !(left instanceof Double) && isShift(o.operator())) {
      return checked(big((Number) left), BigInteger.valueOf(bits.longValue()), o, scope);
    }
    if (left instanceof Double || right instanceof Double) {
      return calculateFloats((Number) left, (Number) right, o, scope);
    }
    return checked(big((Number) left), big((Number) right), o, scope);
  }

  /** Versions calculate nothing, but a time on the right is asked first where it could. */
  private static Object calculateVersion(
      SemVer left, Object right, ArithmeticExpression o, Scope scope) {
    boolean span = right instanceof Timespan;
    boolean plus = o.operator() == ArithmeticOperator.PLUS;
    if (plus && isTime(right)) {
      throw new EvaluationException("A Version cannot be added to " + Labels.anOfValue(right));
    }
    if (span && o.operator() == ArithmeticOperator.MULTIPLY) {
      throw new EvaluationException("A Timestamp cannot be multiplied by a Version");
    }
    throw isTime(right) && !(span && o.operator() == ArithmeticOperator.MINUS)
        ? notApplicableWhen(left, right, o, scope)
        : notApplicable(left, o, scope);
  }

  /** What is a {@code Numeric} in Ruby, versions among them. */
  private static boolean isNumeric(Object value) {
    return value instanceof Number || isTime(value) || value instanceof SemVer;
  }

  private static boolean isTime(Object value) {
    return value instanceof Timespan || value instanceof Timestamp;
  }

  private static boolean isShift(ArithmeticOperator operator) {
    return operator == ArithmeticOperator.SHIFT_LEFT || operator == ArithmeticOperator.SHIFT_RIGHT;
  }

  private static void refuseFloatModulo(
      Object left, Object right, ArithmeticExpression o, Scope scope) {
    if (left instanceof Double) {
      throw notApplicable(left, o, scope);
    }
    if (right instanceof Double) {
      throw notApplicableWhen(left, right, o, scope);
    }
  }

  static EvaluationException notApplicable(Object left, ArithmeticExpression o, Scope scope) {
    return Issues.at(
        scope,
        o.left(),
        "OPERATOR_NOT_APPLICABLE",
        "Operator '"
            + o.operator().symbol()
            + "' is not applicable to "
            + Labels.anOfValue(left)
            + ".");
  }

  static EvaluationException notApplicableWhen(
      Object left, Object right, ArithmeticExpression o, Scope scope) {
    return Issues.at(
        scope,
        o.left(),
        "OPERATOR_NOT_APPLICABLE_WHEN",
        "Operator '"
            + o.operator().symbol()
            + "' is not applicable to "
            + Labels.anOfValue(left)
            + " when right side is "
            + Labels.anOfValue(right)
            + ".");
  }

  private static Object calculateIntegers(long x, long y, ArithmeticExpression o, Scope scope) {
    switch (o.operator()) {
      case PLUS -> {
        long sum = x + y;
        if (((x ^ sum) & (y ^ sum)) >= 0) {
          return sum;
        }
      }
      case MINUS -> {
        long difference = x - y;
        if (((x ^ y) & (x ^ difference)) >= 0) {
          return difference;
        }
      }
      case DIVIDE -> {
        if (y != 0 && y != -1) {
          return Math.floorDiv(x, y);
        }
      }
      case MODULO -> {
        if (y != 0) {
          return Math.floorMod(x, y);
        }
      }
      case MULTIPLY, SHIFT_LEFT, SHIFT_RIGHT -> {}
    }
    return checked(BigInteger.valueOf(x), BigInteger.valueOf(y), o, scope);
  }

  private static Object checked(BigInteger x, BigInteger y, ArithmeticExpression o, Scope scope) {
    BigInteger result = calculateBig(x, y, o, scope);
    if (Numbers.isLong(result)) {
      return result.longValueExact();
    }
    boolean above = result.signum() > 0;
    throw Issues.at(
        scope,
        o,
        "NUMERIC_OVERFLOW",
        Labels.upperAnOf(o)
            + " resulted in a value outside of Puppet Integer "
            + (above ? "max" : "min")
            + " range, got '"
            + (above ? "+0x" : "-0x")
            + result.abs().toString(16)
            + "'");
  }

  private static BigInteger calculateBig(
      BigInteger x, BigInteger y, ArithmeticExpression o, Scope scope) {
    return switch (o.operator()) {
      case PLUS -> x.add(y);
      case MINUS -> x.subtract(y);
      case MULTIPLY -> x.multiply(y);
      case DIVIDE -> floorDivide(x, nonZero(y, o, scope));
      case MODULO -> x.subtract(floorDivide(x, nonZero(y, o, scope)).multiply(y));
      case SHIFT_LEFT -> shiftLeft(x, y);
      case SHIFT_RIGHT -> shiftLeft(x, y.negate());
    };
  }

  /** Shifts are cut where the result is out of any range anyway. */
  private static BigInteger shiftLeft(BigInteger x, BigInteger bits) {
    if (bits.bitLength() >= Long.SIZE - 1 && x.signum() != 0 && bits.signum() > 0) {
      throw new EvaluationException("shift width too big");
    }
    BigInteger limit = BigInteger.valueOf(MAX_SHIFT);
    return x.shiftLeft(bits.min(limit).max(limit.negate()).intValueExact());
  }

  private static BigInteger nonZero(BigInteger y, ArithmeticExpression o, Scope scope) {
    if (y.signum() == 0) {
      throw divisionByZero(o, scope);
    }
    return y;
  }

  static EvaluationException divisionByZero(ArithmeticExpression o, Scope scope) {
    return Issues.at(scope, o.right(), "DIV_BY_ZERO", "Division by 0");
  }

  private static BigInteger floorDivide(BigInteger x, BigInteger y) {
    BigInteger[] parts = x.divideAndRemainder(y);
    return parts[1].signum() != 0 && parts[1].signum() != y.signum()
        ? parts[0].subtract(BigInteger.ONE)
        : parts[0];
  }

  static BigInteger big(Number number) {
    return number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
  }

  private static Object calculateFloats(
      Number left, Number right, ArithmeticExpression o, Scope scope) {
    double x = left.doubleValue();
    double y = right.doubleValue();
    double result =
        switch (o.operator()) {
          case PLUS -> x + y;
          case MINUS -> x - y;
          case MULTIPLY -> x * y;
          case DIVIDE -> x / y;
          case MODULO, SHIFT_LEFT, SHIFT_RIGHT -> throw notApplicable(left, o, scope);
        };
    if (Double.isInfinite(result)) {
      throw Issues.at(
          scope,
          o.left(),
          "RESULT_IS_INFINITY",
          "The result of the " + o.operator().symbol() + " expression is Infinity");
    }
    return result;
  }

  static EvaluationException versionIsNoNumber() {
    return new EvaluationException("can't convert SemanticPuppet::Version into Float");
  }

  /** The operator {@code -} before a value. */
  static Object negate(Object value) {
    return switch (value) {
      case Long x when x != Long.MIN_VALUE -> -x;
      case Double x -> -x;
      case Timespan x -> x.negate();
      case Number x -> Numbers.normalized(big(x).negate());
      case SemVer x -> throw versionIsNoNumber();
      default ->
          throw new EvaluationException("undefined method `-@' for " + RubyStrings.toS(value));
    };
  }
}
