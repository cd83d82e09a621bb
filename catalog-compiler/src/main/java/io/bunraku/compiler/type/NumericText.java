// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.value.Undef;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in strings as the language reads them ({@code utils.rb}, {@code to_n}). */
public final class NumericText {

  private static final Pattern NUMERIC =
      Pattern.compile(
          "[ \\t]*([-+]?)[ \\t]*((0[xX][0-9A-Fa-f]+)|(0?\\d+)((?:\\.\\d+)?(?:[eE]-?\\d+)?))[ \\t]*");

  private NumericText() {}

  /** Reads a decimal, octal or hexadecimal integer or a float; null if it is none. */
  public static @Nullable Number tryParse(String text) {
    Matcher matcher = NUMERIC.matcher(text.startsWith("::") ? text.substring(2) : text);
    if (!matcher.matches()) {
      return null;
    }
    boolean negative = "-".equals(matcher.group(1));
    String fraction = matcher.group(5);
    if (fraction != null && !fraction.isEmpty()) {
      return parseFloat(matcher, negative);
    }
    return RubyNumbers.parseInteger((negative ? "-" : "") + matcher.group(2));
  }

  private static @Nullable Number parseFloat(Matcher matcher, boolean negative) {
    boolean zero = matcher.group(4).chars().allMatch(c -> c == '0');
    if (zero && matcher.group(5).matches("\\.?0*[eE].*")) {
      return null;
    }
    Double value = RubyNumbers.parseFloat(matcher.group(2));
    if (value == null || value.isInfinite()) {
      return null;
    }
    return negative ? -value : value;
  }

  static Object parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("0b") || lower.startsWith("0x")) {
      Number number = RubyNumbers.parseInteger(text);
      if (number == null) {
        throw new EvaluationException("invalid value for Integer(): \"" + text + "\"");
      }
      return number;
    }
    Number number = tryParse(text);
    return number == null ? Undef.UNDEF : number;
  }
}
