// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a plain scalar means to Psych, which differs from every version of the YAML standard: {@code
 * 1:30} is 5400, {@code 1e3} a string, {@code 014} is 12, {@code 1,000} is 1000, {@code y} a string
 * and {@code on} true.
 */
final class ScalarScanner {

  private static final int LINES = Pattern.MULTILINE | Pattern.UNIX_LINES;
  private static final Pattern WORD =
      Pattern.compile(
          "^[^0-9.:-]?[\\p{IsAlphabetic}_ \\t\\r\\n\\f\\x0B!@#$%^&*(){}<>|/\\\\~;=]+", LINES);
  private static final Pattern TIME =
      Pattern.compile(
          "^-?[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|\\s+)[0-9]{1,2}:[0-9][0-9]:[0-9][0-9]"
              + "(?:\\.[0-9]*)?(?:\\s*(?:Z|[-+][0-9]{1,2}:?(?:[0-9][0-9])?))?$",
          LINES);
  private static final Pattern DATE =
      Pattern.compile("^[0-9]{4}-(?:1[012]|0[0-9]|[0-9])-(?:[12][0-9]|3[01]|0[0-9]|[0-9])$", LINES);
  private static final Pattern QUOTED_SYMBOL = Pattern.compile("^:([\"'])(.*)\\1", LINES);
  private static final Pattern BASE_60 =
      Pattern.compile("^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}$", LINES);
  private static final Pattern BASE_60_FLOAT =
      Pattern.compile("^[-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2}\\.[0-9_]*$", LINES);
  private static final Pattern FLOAT =
      Pattern.compile("^[-+]?([0-9][0-9_,]*)?\\.[0-9]*([eE][-+][0-9]+)?$", LINES);
  private static final Pattern INTEGER =
      Pattern.compile(
          "^(?:[-+]?0b[0-1_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)"
              + "|[-+]?0x[0-9a-fA-F_,]+)$",
          LINES);
  private static final Pattern BARE_POINT = Pattern.compile("[-+]?\\.");
  private static final Pattern POINT_BEFORE_EXPONENT = Pattern.compile("\\.([Ee]|$)");
  private static final Pattern UNDERSCORED = Pattern.compile("^[-+]?[0-9]+(?:_[0-9]+)*");
  private static final Pattern UNDERSCORED_FLOAT =
      Pattern.compile("^[-+]?[0-9]+(?:_[0-9]+)*(?:\\.[0-9]+(?:_[0-9]+)*)?");

  private ScalarScanner() {}

  /**
   * The value of a plain scalar.
   *
   * @throws YamlException for dates and times, which Puppet does not let Psych make, without file
   */
  static Object tokenize(String text) {
    if (text.isEmpty()) {
      return Undef.UNDEF;
    }
    if (isPlainWord(text)) {
      return text;
    }
    if (WORD.matcher(text).lookingAt() || text.indexOf('\n') >= 0) {
      return word(text);
    }
    char first = text.charAt(0);
    return first == ':' && text.length() > 1 ? symbol(text) : number(text);
  }

  /** The most frequent case without a regular expression. */
  private static boolean isPlainWord(String text) {
    char first = text.charAt(0);
    boolean letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    return first == '/' || (letter && (text.length() > 5 || "ytonfYTONF".indexOf(first) < 0));
  }

  private static Object word(String text) {
    if (text.codePointCount(0, text.length()) > 5) {
      return text;
    }
    return text.indexOf('\n') < 0 ? oneLine(text) : severalLines(text);
  }

  private static Object oneLine(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "~", "null" -> Undef.UNDEF;
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default -> text;
    };
  }

  /** Psych's patterns match at the start and end of any line, of a folded scalar too. */
  private static Object severalLines(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    if (lines.stream().anyMatch(line -> line.isEmpty() || !startsLikeWord(line))) {
      return text;
    }
    return lines.stream()
        .map(ScalarScanner::oneLine)
        .filter(value -> !(value instanceof String))
        .findFirst()
        .orElse(text);
  }

  private static boolean startsLikeWord(String line) {
    return "ytonfYTONF~".indexOf(line.charAt(0)) >= 0;
  }

  private static RubySymbol symbol(String text) {
    Matcher quoted = QUOTED_SYMBOL.matcher(text);
    if (!quoted.find()) {
      return new RubySymbol(text.substring(1));
    }
    String name = quoted.group(2);
    return new RubySymbol(name.startsWith(":") ? name.substring(1) : name);
  }

  private static Object number(String text) {
    if (TIME.matcher(text).find()) {
      throw new DisallowedClassException("Time");
    }
    if (DATE.matcher(text).find()) {
      throw new DisallowedClassException("Date");
    }
    if (text.equalsIgnoreCase(".inf") || text.equalsIgnoreCase("+.inf")) {
      return Double.POSITIVE_INFINITY;
    }
    if (text.equalsIgnoreCase("-.inf")) {
      return Double.NEGATIVE_INFINITY;
    }
    if (text.equalsIgnoreCase(".nan")) {
      return Double.NaN;
    }
    if (BASE_60.matcher(text).find()) {
      return base60(text);
    }
    if (BASE_60_FLOAT.matcher(text).find()) {
      return base60Float(text);
    }
    if (FLOAT.matcher(text).find()) {
      return BARE_POINT.matcher(text).matches() ? text : (Object) parseFloat(text);
    }
    return INTEGER.matcher(text).find() ? parseInteger(text) : text;
  }

  private static Object base60(String text) {
    String[] parts = text.split(":", -1);
    BigInteger sum = BigInteger.ZERO;
    for (int i = 0; i < parts.length; i++) {
      Matcher digits = UNDERSCORED.matcher(parts[i]);
      String number = digits.find() ? digits.group().replace("_", "") : "0";
      BigInteger value = new BigInteger(number.startsWith("+") ? number.substring(1) : number);
      sum = sum.add(value.multiply(BigInteger.valueOf(60).pow(Math.abs(i - 2))));
    }
    return narrow(sum);
  }

  private static double base60Float(String text) {
    String[] parts = text.split(":", -1);
    double sum = 0;
    for (int i = 0; i < parts.length; i++) {
      Matcher digits = UNDERSCORED_FLOAT.matcher(parts[i]);
      sum +=
          Double.parseDouble(digits.find() ? digits.group().replace("_", "") : "0")
              * Math.pow(60, Math.abs(i - 2));
    }
    return sum;
  }

  private static double parseFloat(String text) {
    String digits = withoutSeparators(text);
    String number = POINT_BEFORE_EXPONENT.matcher(digits).replaceAll("$1");
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw new YamlException("invalid value for Float(): \"" + number + "\"");
    }
  }

  private static Object parseInteger(String text) {
    String digits = withoutSeparators(text);
    boolean negative = digits.startsWith("-");
    String unsigned = negative || digits.startsWith("+") ? digits.substring(1) : digits;
    try {
      BigInteger value = unsigned(unsigned);
      return narrow(negative ? value.negate() : value);
    } catch (NumberFormatException e) {
      throw new YamlException("invalid value for Integer(): \"" + digits + "\"");
    }
  }

  private static BigInteger unsigned(String digits) {
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    }
    if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    }
    return new BigInteger(digits, digits.length() > 1 && digits.charAt(0) == '0' ? 8 : 10);
  }

  private static Object narrow(BigInteger value) {
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  private static String withoutSeparators(String text) {
    return text.replace(",", "").replace("_", "");
  }
}
