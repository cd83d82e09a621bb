// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.Undef;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ruby's {@code String#scanf}. */
final class Scanf {

  private static final Pattern SPECIFIER =
      Pattern.compile(
          "(?:\\s*%(?:%|\\*?\\d*(?:\\[\\[:\\w+:]]|\\[[^]]*]|[diuXxofFeEgGscaA])))|[^%\\s]+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PARTS =
      Pattern.compile("(\\s*)%(\\*?)(\\d*)(\\[\\[:[a-z]+:]]|\\[[^]]*]|[a-zA-Z%])");

  private static final String FLOAT =
      "[-+]?(?:0[xX](?:\\.\\h+|\\h+(?:\\.\\h*)?)[pP][-+]?\\d+"
          + "|\\d+(?![\\d.])|\\d*\\.\\d*(?:[eE][-+]?\\d+)?)";

  private Scanf() {}

  /** Reads values until something does not match. */
  static List<Object> scan(String text, String format) {
    List<Object> values = new ArrayList<>();
    String left = text;
    Matcher specifiers = SPECIFIER.matcher(format);
    while (specifiers.find()) {
      Specifier specifier = Specifier.of(specifiers.group());
      String subject = specifier.countsSpace ? left : left.stripLeading();
      RegexpMatch match =
          new PuppetRegexp("\\A" + specifier.pattern, PuppetRegexp.MULTILINE).match(subject);
      if (match == null) {
        break;
      }
      String matched = match.group(1);
      if (specifier.kind != ' ' && matched != null) {
        values.add(convert(specifier.kind, matched));
      }
      left = subject.substring(match.end(0));
      if (left.isEmpty()) {
        break;
      }
    }
    return values;
  }

  private static Object convert(char kind, String text) {
    return switch (kind) {
      case 'd' -> RubyNumbers.toInteger(text);
      case 'i' -> {
        Number number = RubyNumbers.parseInteger(text);
        yield number == null ? Undef.UNDEF : number;
      }
      case 'x' -> radix(text.toLowerCase(Locale.ROOT).replaceFirst("^([-+]?)0x", "$1"), 16);
      case 'o' -> radix(text, 8);
      case 'f' -> number(text);
      default -> text;
    };
  }

  private static Number radix(String text, int radix) {
    String digits = text.startsWith("+") ? text.substring(1) : text;
    return RubyNumbers.narrow(new BigInteger(digits, radix));
  }

  private static Object number(String text) {
    Double hexadecimal =
        text.toLowerCase(Locale.ROOT).contains("0x") ? RubyNumbers.parseFloat(text) : null;
    if (hexadecimal != null) {
      return hexadecimal;
    }
    return RubyNumbers.toFloat(text.replaceFirst("\\.(?=[eE][-+]\\d)", ""));
  }

  /**
   * One part of a format.
   *
   * @param pattern what it matches, the value in the first group
   * @param kind how the value is converted; a space for no value
   * @param countsSpace whether white space before it is part of it
   */
  private record Specifier(String pattern, char kind, boolean countsSpace) {

    static Specifier of(String text) {
      Matcher parts = PARTS.matcher(text);
      if (!parts.matches()) {
        return new Specifier("(" + RegexpOperations.quote(text) + ")", ' ', false);
      }
      String width = parts.group(3);
      String letter = parts.group(4);
      char c = Character.toLowerCase(letter.charAt(0));
      boolean skipped = !parts.group(2).isEmpty();
      boolean afterSpace = !parts.group(1).isEmpty();
      boolean counts =
          (c == 'c' && !afterSpace) || (letter.startsWith("[") && !letter.startsWith("[[:"));
      char kind = skipped || c == '%' ? ' ' : kind(c);
      return new Specifier(pattern(letter, c, width, afterSpace), kind, counts);
    }

    private static char kind(char letter) {
      return switch (letter) {
        case 'd', 'u' -> 'd';
        case 'i', 'x', 'o' -> letter;
        case 'a', 'e', 'f', 'g' -> 'f';
        default -> 's';
      };
    }

    private static String pattern(String letter, char c, String width, boolean afterSpace) {
      String most = width.isEmpty() ? "+" : "{1," + width + "}";
      int n = width.isEmpty() ? 0 : Integer.parseInt(width);
      return switch (c) {
        case '%' -> "(\\s*%)";
        case 's' -> "(\\S" + most + ")";
        case 'c' -> (afterSpace ? "\\s*" : "") + "(." + (n == 0 ? "" : most) + ")";
        case '[' -> set(letter, most, n);
        case 'd', 'u' -> n == 0 ? "([-+]?\\d+)" : signed("\\d", n, "");
        case 'o' -> n == 0 ? "([-+]?[0-7]+)" : signed("[0-7]", n, "");
        case 'x' -> n == 0 ? "([-+]?(?:0[Xx])?\\h+)" : hexadecimal(n);
        case 'i' -> n == 0 ? "([-+]?(?:(?:0[0-7]+)|(?:0[Xx]\\h+)|(?:[1-9]\\d*)))" : integer(n);
        default -> n == 0 ? "(" + FLOAT + ")" : "(?=" + FLOAT + ")(\\S{1," + n + "})";
      };
    }

    private static String set(String letter, String most, int width) {
      if (letter.startsWith("[[:")) {
        return "(" + letter + most + ")";
      }
      String yes = letter.substring(1, letter.length() - 1);
      String no = yes.startsWith("^") ? yes.substring(1) : "^" + yes;
      return "([" + yes + "]" + most + ")" + (width == 0 ? "(?=[" + no + "]|\\z)" : "");
    }

    private static String signed(String digit, int width, String before) {
      return "("
          + before
          + (width > 1 ? "[-+]" + digit + "{1," + (width - 1) + "}|" : "")
          + digit
          + "{1,"
          + width
          + "})";
    }

    private static String hexadecimal(int width) {
      String prefixed =
          (width > 3 ? "[-+]0[Xx]\\h{1," + (width - 3) + "}|" : "")
              + (width > 2 ? "0[Xx]\\h{1," + (width - 2) + "}|" : "");
      return signed("\\h", width, prefixed);
    }

    private static String integer(int n) {
      return "("
          + (n > 1 ? "[1-9]\\d{1," + (n - 1) + "}|0[0-7]{1," + (n - 1) + "}|" : "")
          + (n > 2 ? "[-+]0[0-7]{1," + (n - 2) + "}|[-+][1-9]\\d{1," + (n - 2) + "}|" : "")
          + (n > 2 ? "0[Xx]\\h{1," + (n - 2) + "}|" : "")
          + (n > 3 ? "[-+]0[Xx]\\h{1," + (n - 3) + "}|" : "")
          + "\\d)";
    }
  }
}
