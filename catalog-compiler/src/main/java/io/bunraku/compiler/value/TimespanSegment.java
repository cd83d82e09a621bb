// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a format of time spans.
 *
 * @param unit a letter of {@code DHMSLN}, or 0 for literal text
 * @param literal the text of a literal
 * @param pad 0, blank, or the sign {@code -} for none
 * @param width digits, or null for the unit's own
 * @param total whether it takes all that is above it
 */
record TimespanSegment(
    char unit, String literal, char pad, @Nullable Integer width, boolean total) {

  static final char LITERAL = 0;

  static TimespanSegment literal(String text) {
    return new TimespanSegment(LITERAL, text, '0', null, false);
  }

  boolean isLiteral() {
    return unit == LITERAL;
  }

  private boolean isFraction() {
    return unit == 'L' || unit == 'N';
  }

  TimespanSegment withTotal() {
    return new TimespanSegment(unit, literal, pad, width, true);
  }

  private int defaultWidth() {
    return switch (unit) {
      case 'D' -> 1;
      case 'L' -> 3;
      case 'N' -> 9;
      default -> 2;
    };
  }

  private int effectiveWidth() {
    return width == null ? defaultWidth() : width;
  }

  private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);

  private static BigInteger seconds(long count) {
    return SECOND.multiply(BigInteger.valueOf(count));
  }

  private BigInteger size() {
    return switch (unit) {
      case 'D' -> seconds(86_400);
      case 'H' -> seconds(3_600);
      case 'M' -> seconds(60);
      case 'S' -> SECOND;
      case 'L' -> BigInteger.valueOf(1_000_000);
      default -> BigInteger.TEN.pow(Math.max(0, 9 - effectiveWidth()));
    };
  }

  private BigInteger limit() {
    return switch (unit) {
      case 'H' -> BigInteger.valueOf(24);
      case 'M', 'S' -> BigInteger.valueOf(60);
      case 'L' -> BigInteger.valueOf(1000);
      default -> BigInteger.TEN.pow(Math.min(9, effectiveWidth()));
    };
  }

  void appendTo(StringBuilder text, BigInteger nanos) {
    if (isLiteral()) {
      text.append(literal);
      return;
    }
    BigInteger value = nanos.divide(size());
    if (!total && unit != 'D') {
      value = value.mod(limit());
    }
    String digits = value.toString();
    if (isFraction() && !total && pad != '0') {
      digits = digits.replaceFirst("(?<=.)0+$", "");
    }
    text.append(padded(digits));
  }

  private String padded(String digits) {
    int missing = effectiveWidth() - digits.length();
    if (pad == '-' || missing <= 0) {
      return digits;
    }
    String filling = (pad == '0' && !isFraction() ? "0" : " ").repeat(missing);
    return isFraction() ? digits + filling : filling + digits;
  }

  /** A regular expression with one group. */
  String pattern() {
    if (isLiteral()) {
      return "(" + Pattern.quote(literal) + ")";
    }
    if (width != null) {
      return switch (pad) {
        case '-' -> "([0-9]{1," + width + "})";
        case '0' -> "([0-9]{" + width + "})";
        default -> "([0-9\\s]{" + width + "})";
      };
    }
    if (total) {
      return pad == ' ' ? "\\s*([0-9]+)" : "([0-9]+)";
    }
    return "([0-9" + (pad == ' ' ? "\\s" : "") + "]{1," + defaultWidth() + "})";
  }

  BigInteger nanoseconds(String digits) {
    BigInteger value = new BigInteger(digits);
    if (!isFraction()) {
      return value.multiply(size());
    }
    if (total) {
      throw new EvaluationException(
          "Format specifiers %L and %N denotes fractions and must be used together with a"
              + " specifier of higher magnitude");
    }
    return value.multiply(BigInteger.TEN.pow(Math.max(0, 9 - digits.length())));
  }

  @Override
  public String toString() {
    return isLiteral() ? literal : String.format(Locale.ROOT, "%%%c", unit);
  }
}
