// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import io.bunraku.compiler.value.Undef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ruby's operators {@code ==} and {@code <=>}, which differ from the language's own. */
final class RubyOrder {

  private RubyOrder() {}

  /** Strings in the order of their bytes in UTF-8. */
  static int compareStrings(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean high = Character.isSurrogate(x);
        boolean sameKind = high == Character.isSurrogate(y);
        return sameKind ? (x < y ? -1 : 1) : high ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** The operator {@code <=>}; null when two values have no order. */
  static @Nullable Integer order(Object a, Object b) {
    return switch (a) {
      case String x -> b instanceof String y ? (Integer) compareStrings(x, y) : null;
      case Number x -> orderNumber(x, b);
      case List<?> x -> b instanceof List<?> y ? orderLists(x, y) : null;
      case SemVer x -> b instanceof SemVer y ? (Integer) x.compareTo(y) : null;
      case Timespan x ->
          switch (b) {
            case Timespan y -> (Integer) x.compareTo(y);
            case Number y -> compareNumbers(x.toDouble(), y);
            default -> null;
          };
      case Timestamp x -> b instanceof Timestamp y ? (Integer) x.compareTo(y) : null;
      default -> equal(a, b) ? (Integer) 0 : null;
    };
  }

  private static @Nullable Integer orderLists(List<?> a, List<?> b) {
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      Integer result = order(a.get(i), b.get(i));
      if (result == null || result != 0) {
        return result;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** A number and a span of time are compared as numbers of seconds. */
  private static @Nullable Integer orderNumber(Number a, Object b) {
    return switch (b) {
      case Number y -> compareNumbers(a, y);
      case Timespan y -> compareNumbers(a, y.toDouble());
      default -> null;
    };
  }

  private static @Nullable Integer compareNumbers(Number a, Number b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (isNaN(a) || isNaN(b)) {
      return null;
    }
    if (isInfinite(a) || isInfinite(b)) {
      return Double.compare(a.doubleValue(), b.doubleValue());
    }
    return decimal(a).compareTo(decimal(b));
  }

  private static boolean isNaN(Number number) {
    return number instanceof Double value && value.isNaN();
  }

  private static boolean isInfinite(Number number) {
    return number instanceof Double value && value.isInfinite();
  }

  private static BigDecimal decimal(Number number) {
    return switch (number) {
      case Double value -> new BigDecimal(value);
      case BigInteger value -> new BigDecimal(value);
      default -> BigDecimal.valueOf(number.longValue());
    };
  }

  /** Compares, or fails as Ruby does when two values have no order. */
  static int compare(Object a, Object b) {
    Integer order = order(a, b);
    if (order == null) {
      throw incomparable(a, b);
    }
    return order;
  }

  /** What a comparing lambda means with its result: a number below, at or above zero. */
  static int sign(Object result, Object a, Object b) {
    return switch (result) {
      case Undef undef -> throw incomparable(a, b);
      case Double number -> number > 0 ? 1 : number < 0 ? -1 : 0;
      case BigInteger number -> number.signum();
      case Number number -> Long.signum(number.longValue());
      case Timespan span -> Double.compare(span.toDouble(), 0);
      case Timestamp time -> time.nanoseconds().signum();
      case String text -> throw notWithZero(text);
      case SemVer version -> throw notWithZero(version);
      case Default word -> throw notWithZero(word);
      case Map<?, ?> map ->
          throw new EvaluationException("no implicit conversion of Integer into Hash");
      default -> throw PuppetView.INSTANCE.noMethod(">", result);
    };
  }

  private static EvaluationException notWithZero(Object value) {
    return new EvaluationException(
        "comparison of " + PuppetView.rubyClass(value) + " with 0 failed");
  }

  /** Ruby's error for two values that have no order. */
  static EvaluationException incomparable(Object a, Object b) {
    return new EvaluationException(
        "comparison of " + PuppetView.rubyClass(a) + " with " + shown(b) + " failed");
  }

  private static String shown(Object value) {
    return switch (value) {
      case Undef undef -> "nil";
      case Boolean bool -> bool.toString();
      case Double number -> RubyText.of(number);
      case Long number -> number.toString();
      case Default word -> ":default";
      default -> PuppetView.rubyClass(value);
    };
  }

  /** The operator {@code ==}: numbers by value, strings exactly. */
  static boolean equal(Object a, Object b) {
    return switch (a) {
      case Number x -> b instanceof Number y && Integer.valueOf(0).equals(compareNumbers(x, y));
      case List<?> x -> b instanceof List<?> y && equalLists(x, y);
      case Map<?, ?> x -> b instanceof Map<?, ?> y && equalMaps(x, y);
      default -> a.equals(b);
    };
  }

  private static boolean equalLists(List<?> a, List<?> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      if (!equal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return a.size() == b.size();
  }

  private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
    return a.size() == b.size()
        && a.entrySet().stream()
            .allMatch(entry -> {
              Object other = b.get(entry.getKey());
              return other != null && equal(entry.getValue(), other);
            });
  }
}
