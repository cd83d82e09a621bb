// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What the operators {@code == < >} and conditions mean ({@code compare_operator.rb}). */
public final class Values {

  private Values() {}

  /** All but {@code undef} and {@code false} is true. */
  public static boolean isTrue(Object value) {
    return value != Undef.UNDEF && !Boolean.FALSE.equals(value);
  }

  /**
   * The operator {@code ==}: strings by ASCII without regard to case, numbers by value, lists and
   * hashes element by element; hash keys are found by {@code equals}.
   */
  public static boolean equal(Object a, Object b) {
    return switch (a) {
      case String x -> b instanceof String y && equalIgnoringAsciiCase(x, y);
      case Number x -> equalNumber(x, b);
      case List<?> x -> b instanceof List<?> y && equalLists(x, y);
      case Map<?, ?> x -> b instanceof Map<?, ?> y && equalMaps(x, y);
      case Timespan x when b instanceof Number y -> equalNumber(y, x);
      case Timestamp x when b instanceof Number y -> equalNumber(y, x);
      default -> a.equals(b);
    };
  }

  /** A time equals an integer by its whole seconds, a float by its exact ones. */
  private static boolean equalNumber(Number a, Object b) {
    return switch (b) {
      case Number y -> compareNumbers(a, y) == 0;
      case Timespan y -> compareTime(y.toInteger(), y.toDouble(), a) == 0;
      case Timestamp y -> compareTime(y.toInteger(), y.toDouble(), a) == 0;
      default -> false;
    };
  }

  private static boolean equalLists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalMaps(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Object other = b.get(entry.getKey());
      // As in Puppet, a key that the other hash lacks reads as undef.
      if (!equal(other == null ? Undef.UNDEF : other, entry.getValue())) {
        return false;
      }
    }
    return true;
  }

  /** Whether two strings differ in the case of ASCII letters at most. */
  public static boolean equalIgnoringAsciiCase(String a, String b) {
    if (a.length() != b.length()) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      if (lower(a.charAt(i)) != lower(b.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }

  /**
   * The order of two values.
   *
   * @return below, at or above zero
   * @throws EvaluationException with Puppet's detail if they have no order
   */
  public static int compare(Object a, Object b) {
    return switch (a) {
      case String x when b instanceof String y -> compareIgnoringAsciiCase(x, y);
      case String x -> throw incomparable("A String is not comparable to a non String");
      case Number x -> compareNumber(x, b);
      case Timespan x when b instanceof Timespan y -> x.compareTo(y);
      case Timespan x when b instanceof Number y -> compareTime(x.toInteger(), x.toDouble(), y);
      case Timespan x ->
          throw incomparable("Timespans are only comparable to Timespans, Integers, and Floats");
      case Timestamp x when b instanceof Timestamp y -> x.compareTo(y);
      case Timestamp x when b instanceof Number y -> compareTime(x.toInteger(), x.toDouble(), y);
      case Timestamp x ->
          throw incomparable("Timestamps are only comparable to Timestamps, Integers, and Floats");
      case SemVer x when b instanceof SemVer y -> x.compareTo(y);
      case SemVer x -> throw incomparable("Versions not comparable to non Versions");
      case Default x when b == Default.DEFAULT -> 0;
      case Default x -> throw incomparable("Symbol not comparable to non Symbol");
      default ->
          throw incomparable(
              "Only Strings, Numbers, Timespans, Timestamps, and Versions are comparable");
    };
  }

  private static EvaluationException incomparable(String detail) {
    return new EvaluationException(detail);
  }

  private static int compareNumber(Number a, Object b) {
    return switch (b) {
      case Number y -> compareNumbers(a, y);
      case Timespan y -> -compareTime(y.toInteger(), y.toDouble(), a);
      case Timestamp y -> -compareTime(y.toInteger(), y.toDouble(), a);
      default -> throw incomparable("A Numeric is not comparable to non Numeric");
    };
  }

  private static int compareTime(BigInteger whole, double exact, Number other) {
    return other instanceof Double ? compareNumbers(exact, other) : compareNumbers(whole, other);
  }

  private static int compareIgnoringAsciiCase(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = lower(a.charAt(i));
      char y = lower(b.charAt(i));
      if (x != y) {
        return compareUnits(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Code points in UTF-16 sort as those of UTF-8 but for surrogates, which are above all else. */
  private static int compareUnits(char x, char y) {
    boolean high = Character.isSurrogate(x);
    return high == Character.isSurrogate(y) ? Character.compare(x, y) : high ? 1 : -1;
  }

  private static int compareNumbers(Number a, Number b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x.doubleValue() == y.doubleValue() ? 0 : Double.compare(x, y);
    }
    if (isOrdinary(a) && isOrdinary(b)) {
      return decimal(a).compareTo(decimal(b));
    }
    return Double.compare(a.doubleValue(), b.doubleValue());
  }

  private static boolean isOrdinary(Number number) {
    return !(number instanceof Double d) || Double.isFinite(d);
  }

  private static BigDecimal decimal(Number number) {
    return switch (number) {
      case Double d -> new BigDecimal(d);
      case BigInteger i -> new BigDecimal(i);
      case BigDecimal d -> d;
      default -> BigDecimal.valueOf(number.longValue());
    };
  }
}
