// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyNumbers;
import io.bunraku.compiler.ruby.RubySprintf;
import io.bunraku.compiler.ruby.RubyText;
import io.bunraku.compiler.ruby.RubyView;
import io.bunraku.compiler.value.Binary;
import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Sensitive;
import io.bunraku.compiler.value.Uri;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats values that have no parts. */
final class TextFormats {

  static final RubyView VIEW =
      new RubyView() {
        @Override
        public String text(Object value) {
          return value.toString();
        }

        @Override
        public String inspect(Object value) {
          return switch (value) {
            case String text -> RubyText.inspect(text);
            case Double number -> RubyText.of(number);
            case Sensitive sensitive -> "#<" + sensitive + ">";
            case SemVerRange range -> range.inspect();
            default -> value.toString();
          };
        }

        @Override
        public String className(Object value) {
          return RubyClassName.of(value);
        }
      };

  private TextFormats() {}

  private static EvaluationException illegal(String type, StringFormat format, String expected) {
    return new EvaluationException(
        "Illegal format '"
            + format.letter()
            + "' specified for value of "
            + type
            + " type - expected one of the characters '"
            + expected
            + "'");
  }

  private static String sprintf(String format, Object value) {
    return RubySprintf.format(format, List.of(value), VIEW);
  }

  /** Width, precision and alignment only. */
  private static String flags(StringFormat format, String text) {
    if (!format.has('-') && format.width() == null && format.precision() == null) {
      return text;
    }
    return sprintf(
        "%"
            + (format.has('-') ? "-" : "")
            + (format.width() == null ? "" : format.width())
            + (format.precision() == null ? "" : "." + format.precision())
            + "s",
        text);
  }

  static String string(StringFormat format, String value) {
    return switch (format.letter()) {
      case 's' -> format.text().equals("%s") ? value : sprintf(format.text(), value);
      case 'p' ->
          flags(
              format,
              format.isAlternative() ? PuppetQuote.doubleQuote(value) : PuppetQuote.quote(value));
      case 'c' -> changed(format, TypeFormatter.capitalize(value));
      case 'C' ->
          changed(
              format,
              Arrays.stream(value.split("::"))
                  .map(TypeFormatter::capitalize)
                  .collect(Collectors.joining("::")));
      case 'u' -> changed(format, value.toUpperCase(Locale.ROOT));
      case 'd' -> changed(format, value.toLowerCase(Locale.ROOT));
      case 't' -> changed(format, strip(value));
      default -> throw illegal("String", format, "cCudspt");
    };
  }

  private static String changed(StringFormat format, String text) {
    return format.isAlternative()
        ? flags(format, PuppetQuote.quote(text))
        : sprintf(format.text().replace(format.letter(), 's'), text);
  }

  /** Ruby's {@code String#strip}: blanks of ASCII, and at the end NUL too. */
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0;
  }

  static String integer(StringFormat format, long value) {
    return switch (format.letter()) {
      case 'd', 'p' ->
          format.text().length() == 2 ? Long.toString(value) : sprintf(format.text(), value);
      case 'x', 'X', 'o', 'b', 'B' -> sprintf(format.text(), value);
      case 'e', 'E', 'f', 'g', 'G', 'a', 'A' -> sprintf(format.text(), (double) value);
      case 'c' -> character(format, value);
      case 's' ->
          sprintf(
              format.isAlternative() ? format.text().replace('s', 'p') : format.text(),
              Long.toString(value));
      default -> throw illegal("Integer", format, "dxXobBeEfgGaAspc");
    };
  }

  private static String character(StringFormat format, long value) {
    if (value < 0 || value > Character.MAX_CODE_POINT) {
      throw new EvaluationException("pack(U): value out of range");
    }
    String character = Character.toString((int) value);
    return sprintf(
        format.text().replace('c', 's'),
        format.isAlternative() ? "\"" + character + "\"" : character);
  }

  static String floating(StringFormat format, double value) {
    return switch (format.letter()) {
      case 'd', 'x', 'X', 'o', 'b', 'B' -> sprintf(format.text(), truncated(value));
      case 'e', 'E', 'f', 'g', 'G', 'a', 'A', 'p' -> sprintf(format.text(), value);
      case 's' -> {
        String text = RubyText.of(value);
        yield sprintf(format.text(), format.isAlternative() ? "\"" + text + "\"" : text);
      }
      default -> throw illegal("Float", format, "dxXobBeEfgGaAsp");
    };
  }

  private static Number truncated(double value) {
    if (!Double.isFinite(value)) {
      throw new EvaluationException(RubyText.of(value));
    }
    return RubyNumbers.truncate(value);
  }

  static String bool(StringFormat format, boolean value) {
    return switch (format.letter()) {
      case 't' -> abbreviated(format, value ? "true" : "false");
      case 'T' -> abbreviated(format, value ? "True" : "False");
      case 'y' -> abbreviated(format, value ? "yes" : "no");
      case 'Y' -> abbreviated(format, value ? "Yes" : "No");
      case 'd', 'x', 'X', 'o', 'b', 'B' -> integer(format, value ? 1 : 0);
      case 'e', 'E', 'f', 'g', 'G', 'a', 'A' -> floating(format, value ? 1.0 : 0.0);
      case 's', 'p' -> flags(format, value ? "true" : "false");
      default -> throw illegal("Boolean", format, "tTyYdxXobBeEfgGaAsp");
    };
  }

  private static String abbreviated(StringFormat format, String text) {
    return flags(format, format.isAlternative() ? text.substring(0, 1) : text);
  }

  static String undef(StringFormat format) {
    boolean alternative = format.isAlternative();
    return flags(
        format,
        switch (format.letter()) {
          case 'n' -> alternative ? "null" : "nil";
          case 'u' -> alternative ? "undefined" : "undef";
          case 'd', 'x', 'X', 'o', 'b', 'B', 'e', 'E', 'f', 'g', 'G', 'a', 'A' -> "NaN";
          case 'v' -> "n/a";
          case 'V' -> "N/A";
          case 's' -> alternative ? "\"\"" : "";
          case 'p' -> alternative ? "\"undef\"" : "undef";
          default -> throw illegal("Undef", format, "nudxXobBeEfgGaAvVsp");
        });
  }

  static String defaultWord(StringFormat format) {
    String word =
        switch (format.letter()) {
          case 'd', 's', 'p' -> "default";
          case 'D' -> "Default";
          default -> throw illegal("Default", format, "dDsp");
        };
    return flags(format, format.isAlternative() ? "\"" + word + "\"" : word);
  }

  static String regexp(StringFormat format, PuppetRegexp value) {
    return switch (format.letter()) {
      case 'p' -> sprintf(format.text().replace('p', 's'), value.inspect());
      case 's' -> {
        String text = value.pattern();
        yield sprintf(format.text(), format.isAlternative() ? PuppetQuote.quote(text) : text);
      }
      default -> throw illegal("Regexp", format, "sp");
    };
  }

  static String type(StringFormat format, PuppetType value) {
    return switch (format.letter()) {
      case 's' ->
          sprintf(format.text(), format.isAlternative() ? "\"" + value + "\"" : value.toString());
      case 'p' -> sprintf(format.text().replace('p', 's'), value.toString());
      default -> throw illegal("Type", format, "sp");
    };
  }

  static String binary(StringFormat format, Binary value) {
    String plain = format.text().replace(format.letter(), format.isAlternative() ? 'p' : 's');
    return switch (format.letter()) {
      case 's' -> sprintf(plain, utf8(value));
      case 'p' -> "Binary(\"" + sprintf(format.text().replace('p', 's'), value.toString()) + "\")";
      case 'b' -> sprintf(plain, value.toRelaxedBase64());
      case 'B' -> sprintf(plain, value.toString());
      case 'u' -> sprintf(plain, value.toUrlSafeBase64());
      case 't' -> sprintf(plain, "Binary");
      case 'T' -> sprintf(plain, "BINARY");
      default -> throw illegal("Binary", format, "bButTsp");
    };
  }

  private static String utf8(Binary value) {
    return new String(value.bytes(), StandardCharsets.UTF_8);
  }

  static String uri(StringFormat format, Uri value, Indentation indentation) {
    return switch (format.letter()) {
      case 'p' -> written(format, value, indentation);
      case 's' ->
          sprintf(
              format.text(),
              format.isAlternative() ? PuppetQuote.quote(value.toString()) : value.toString());
      default -> throw illegal("URI", format, "sp");
    };
  }

  static String object(StringFormat format, Object value, Indentation indentation) {
    return switch (format.letter()) {
      case 'p' -> written(format, value, indentation);
      case 's', 'q' -> value.toString();
      default -> throw illegal("Object", format, "spq");
    };
  }

  private static String written(StringFormat format, Object value, Indentation indentation) {
    return format.isAlternative() || indentation.indenting()
        ? TypeFormatter.indentedString(value, indentation.level())
        : TypeFormatter.valueString(value);
  }
}
