// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ruby's {@code Kernel#sprintf}, errors included. An instance formats once. */
public final class RubySprintf {

  private final String format;
  private final RubyView view;
  private final SprintfArguments arguments;
  private final StringBuilder out = new StringBuilder();
  private int position;

  private RubySprintf(String format, List<?> arguments, RubyView view) {
    this.format = format;
    this.view = view;
    this.arguments = new SprintfArguments(arguments);
  }

  /**
   * Formats.
   *
   * @param format the format string
   * @param arguments strings, numbers, booleans, lists, maps and whatever the view knows
   * @param view how values look to Ruby
   * @throws EvaluationException with Ruby's message
   */
  public static String format(String format, List<?> arguments, RubyView view) {
    return new RubySprintf(format, arguments, view).run();
  }

  private String run() {
    while (position < format.length()) {
      int percent = format.indexOf('%', position);
      if (percent < 0) {
        percent = format.length();
      }
      out.append(format, position, percent);
      position = percent + 1;
      if (percent < format.length()) {
        directive();
      }
    }
    return out.toString();
  }

  private void directive() {
    Directive directive = new Directive();
    while (!step(directive)) {
      position++;
    }
    position++;
  }

  /** Reads one character of a directive; true when it was the last one. */
  private boolean step(Directive directive) {
    if (position >= format.length()) {
      if (directive.isPlain() && directive.name == null) {
        throw new EvaluationException("incomplete format specifier; use %% (double %) instead");
      }
      percent(directive, '%');
      return true;
    }
    char c = format.charAt(position);
    switch (c) {
      case ' ', '#', '+', '-', '0' -> directive.flag(c);
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(directive);
      case '<', '{' -> {
        return name(directive, c);
      }
      case '*' -> asterisk(directive);
      case '.' -> precision(directive);
      default -> {
        conversion(directive, c);
        return true;
      }
    }
    return false;
  }

  private void conversion(Directive directive, char c) {
    switch (c) {
      case '%', '\n', '\0' -> percent(directive, c);
      case 'c' -> character(directive);
      case 's' -> out.append(directive.pad(view.text(argument(directive))));
      case 'p' -> out.append(directive.pad(view.inspect(argument(directive))));
      case 'd', 'i', 'u', 'o', 'x', 'X', 'b', 'B' ->
          new SprintfInteger(directive, c, out).append(toInteger(argument(directive)));
      case 'f', 'e', 'E', 'g', 'G', 'a', 'A' ->
          new SprintfFloat(directive, c, out).append(toFloat(argument(directive)));
      default ->
          throw new EvaluationException(
              c < 0x80 ? "malformed format string - %" + c : "malformed format string");
    }
  }

  private void percent(Directive directive, char c) {
    if (!directive.isPlain()) {
      throw new EvaluationException("invalid format character - %");
    }
    out.append('%');
    if (c != '%') {
      position--;
    }
  }

  private Object argument(Directive directive) {
    return directive.value != null ? directive.value : arguments.next();
  }

  private void number(Directive directive) {
    int number = digits("width");
    if (peek('$')) {
      if (directive.value != null) {
        throw new EvaluationException("value given twice - " + number + "$");
      }
      directive.value = arguments.at(number);
    } else {
      position--;
      directive.width(number);
    }
  }

  /** Reads digits and leaves the position behind them. */
  private int digits(String what) {
    long number = 0;
    while (position < format.length() && isDigit(format.charAt(position))) {
      number = number * 10 + format.charAt(position++) - '0';
      if (number > Integer.MAX_VALUE) {
        throw new EvaluationException(what + " too big");
      }
    }
    if (position >= format.length()) {
      throw new EvaluationException("malformed format string - %*[0-9]");
    }
    return (int) number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean peek(char c) {
    return position < format.length() && format.charAt(position) == c;
  }

  private void asterisk(Directive directive) {
    directive.checkWidth();
    directive.width(asteriskValue("width"));
  }

  /** The value of a {@code *}; leaves the position on its last character. */
  private int asteriskValue(String what) {
    position++;
    int start = position;
    int number = digits(what);
    Object value;
    if (peek('$') && position > start) {
      value = arguments.at(number);
    } else {
      position = start - 1;
      value = arguments.next();
    }
    long number64 = implicitInteger(value);
    if ((int) number64 != number64) {
      throw tooBig(number64);
    }
    return (int) number64;
  }

  private void precision(Directive directive) {
    directive.startPrecision();
    position++;
    if (peek('*')) {
      directive.precision(asteriskValue("precision"));
    } else {
      directive.precision(digits("precision"));
      position--;
    }
  }

  /** A named argument; true when it ends the directive. */
  private boolean name(Directive directive, char open) {
    char close = open == '<' ? '>' : '}';
    int end = format.indexOf(close, position);
    if (end < 0) {
      throw new EvaluationException("malformed name - unmatched parenthesis");
    }
    String name = format.substring(position, end + 1);
    if (directive.name != null) {
      throw new EvaluationException("named" + name + " after <" + directive.name + ">");
    }
    directive.name = name.substring(1, name.length() - 1);
    directive.value = arguments.named(name, directive.name);
    position = end;
    if (open == '{') {
      out.append(directive.pad(view.text(directive.value)));
    }
    return open == '{';
  }

  private void character(Directive directive) {
    Object value = argument(directive);
    String text;
    if (value instanceof String string) {
      if (string.codePointCount(0, string.length()) != 1) {
        throw new EvaluationException('%' + "c requires a character");
      }
      text = string;
    } else {
      text = codePoint(implicitInteger(value));
    }
    directive.precision = -1;
    out.append(directive.pad(text));
  }

  private static String codePoint(long number) {
    if (number != (int) number) {
      throw new EvaluationException(
          "integer %d too %s to convert to `int'".formatted(number, number < 0 ? "small" : "big"));
    }
    if (number < 0 || number > Character.MAX_CODE_POINT) {
      throw new EvaluationException("invalid character");
    }
    return Character.toString((int) number);
  }

  private long implicitInteger(Object value) {
    return switch (value) {
      case Double number -> whole(number);
      case BigInteger big -> throw tooBig(big);
      case Number number -> number.longValue();
      case Timespan span -> span.toInteger().longValue();
      case Timestamp stamp -> stamp.toInteger().longValue();
      case SemVer version ->
          throw new EvaluationException(
              "undefined method `to_i' for " + version + ":" + view.className(version));
      default -> {
        String name = view.className(value);
        throw new EvaluationException(
            name.equals("nil")
                ? "no implicit conversion from nil to integer"
                : "no implicit conversion of " + name + " into Integer");
      }
    };
  }

  private static long whole(double number) {
    if (Double.isNaN(number) || Math.abs(number) >= 0x1p63) {
      String text =
          String.format(Locale.ROOT, "%.10g", number)
              .replaceFirst("(\\.\\d*?)0+(?=e|$)", "$1")
              .replaceFirst("\\.(?=e|$)", "");
      throw new EvaluationException("float " + text + " out of range of integer");
    }
    return (long) number;
  }

  private static EvaluationException tooBig(Number number) {
    return new EvaluationException("integer " + number + " too big to convert to `int'");
  }

  private Number toInteger(Object value) {
    if (value instanceof Double number) {
      if (number.isNaN() || number.isInfinite()) {
        throw new EvaluationException(RubyText.of(number));
      }
      return RubyNumbers.truncate(number);
    }
    if (value instanceof String text) {
      Number number = RubyNumbers.parseInteger(text);
      if (number == null) {
        throw new EvaluationException("invalid value for Integer(): " + RubyText.inspect(text));
      }
      return number;
    }
    return number(value, "Integer");
  }

  private Number toFloat(Object value) {
    if (value instanceof String text) {
      Double number = RubyNumbers.parseFloat(text);
      if (number == null) {
        throw new EvaluationException("invalid value for Float(): " + RubyText.inspectBytes(text));
      }
      return number;
    }
    return number(value, "Float");
  }

  private Number number(Object value, String target) {
    Number number = asNumber(value, target);
    if (number != null) {
      return number;
    }
    throw new EvaluationException("can't convert " + view.className(value) + " into " + target);
  }

  /** Numbers, and lengths and points of time, which are numbers in Ruby. */
  private static @Nullable Number asNumber(Object value, String target) {
    boolean whole = target.equals("Integer");
    return switch (value) {
      case Number number -> number;
      case Timespan span when whole -> RubyNumbers.narrow(span.toInteger());
      case Timespan span -> span.toDouble();
      case Timestamp stamp when whole -> RubyNumbers.narrow(stamp.toInteger());
      case Timestamp stamp -> stamp.toDouble();
      default -> null;
    };
  }

  /** What is known of a directive while it is read. */
  static final class Directive {
    private boolean hasWidth;
    private boolean hasPrecisionMark;
    private @Nullable Object value;
    private @Nullable String name;
    boolean space;
    boolean alternate;
    boolean plus;
    boolean minus;
    boolean zero;
    int width;

    /** Below zero when none was given. */
    int precision = -1;

    boolean isPlain() {
      return !(space || alternate || plus || minus || zero || hasWidth || hasPrecisionMark);
    }

    void flag(char c) {
      if (hasWidth) {
        throw new EvaluationException("flag after width");
      }
      if (hasPrecisionMark) {
        throw new EvaluationException("flag after precision");
      }
      switch (c) {
        case ' ' -> space = true;
        case '#' -> alternate = true;
        case '+' -> plus = true;
        case '-' -> minus = true;
        default -> zero = true;
      }
    }

    void checkWidth() {
      if (hasWidth) {
        throw new EvaluationException("width given twice");
      }
      if (hasPrecisionMark) {
        throw new EvaluationException("width after precision");
      }
    }

    void width(int number) {
      checkWidth();
      hasWidth = true;
      minus |= number < 0;
      width = Math.abs(number);
    }

    void startPrecision() {
      if (hasPrecisionMark) {
        throw new EvaluationException("precision given twice");
      }
      hasPrecisionMark = true;
    }

    void precision(int number) {
      precision = Math.max(number, -1);
    }

    /** Cuts to the precision and fills to the width, both in characters. */
    String pad(String text) {
      int length = text.codePointCount(0, text.length());
      String cut = text;
      if (precision >= 0 && precision < length) {
        cut = text.substring(0, text.offsetByCodePoints(0, precision));
        length = precision;
      }
      String fill = " ".repeat(Math.max(0, width - length));
      return minus ? cut + fill : fill + cut;
    }
  }

  /** The arguments, and the rules for mixing ways to name them. */
  private static final class SprintfArguments {
    private static final int NUMBERED = -1;
    private static final int NAMED = -2;

    private final List<?> values;

    /** Number of the last unnumbered argument, or how arguments are named. */
    private int last;

    private int next = 1;

    SprintfArguments(List<?> values) {
      this.values = values;
    }

    Object next() {
      if (last == NUMBERED || last == NAMED) {
        throw new EvaluationException(
            "unnumbered(" + next + ") mixed with " + (last == NAMED ? "named" : "numbered"));
      }
      last = next++;
      return get(last);
    }

    Object at(int number) {
      if (last > 0) {
        throw new EvaluationException("numbered(" + number + ") after unnumbered(" + last + ")");
      }
      if (last == NAMED) {
        throw new EvaluationException("numbered(" + number + ") after named");
      }
      if (number < 1) {
        throw new EvaluationException("invalid index - " + number + "$");
      }
      last = NUMBERED;
      return get(number);
    }

    private Object get(int number) {
      if (number > values.size()) {
        throw new EvaluationException("too few arguments");
      }
      return values.get(number - 1);
    }

    Object named(String shown, String name) {
      if (last > 0) {
        throw new EvaluationException("named" + shown + " after unnumbered(" + last + ")");
      }
      if (last == NUMBERED) {
        throw new EvaluationException("named" + shown + " after numbered");
      }
      last = NAMED;
      if (values.size() != 1 || !(values.get(0) instanceof Map<?, ?> map)) {
        throw new EvaluationException("one hash required");
      }
      Object value = map.get(name);
      if (value == null) {
        throw new EvaluationException("key" + shown + " not found");
      }
      return value;
    }
  }
}
