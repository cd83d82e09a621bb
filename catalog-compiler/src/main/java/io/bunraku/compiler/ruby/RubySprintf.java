// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import io.bunraku.compiler.eval.EvaluationException;
import java.util.List;

/** Ruby's {@code Kernel#sprintf}, errors included. An instance formats once. */
public final class RubySprintf {

  private final String format;
  private final RubyView view;
  private final SprintfNumbers numbers;
  private final SprintfArguments arguments;
  private final StringBuilder out = new StringBuilder();
  private int position;

  private RubySprintf(String format, List<?> arguments, RubyView view) {
    this.format = format;
    this.view = view;
    this.numbers = new SprintfNumbers(view);
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
    SprintfDirective directive = new SprintfDirective();
    while (!step(directive)) {
      position++;
    }
    position++;
  }

  /** Reads one character of a directive; true when it was the last one. */
  private boolean step(SprintfDirective directive) {
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

  private void conversion(SprintfDirective directive, char c) {
    switch (c) {
      case '%', '\n', '\0' -> percent(directive, c);
      case 'c' -> character(directive);
      case 's' -> out.append(directive.pad(view.text(argument(directive))));
      case 'p' -> out.append(directive.pad(view.inspect(argument(directive))));
      case 'd', 'i', 'u', 'o', 'x', 'X', 'b', 'B' ->
          new SprintfInteger(directive, c, out).append(numbers.toInteger(argument(directive)));
      case 'f', 'e', 'E', 'g', 'G', 'a', 'A' ->
          new SprintfFloat(directive, c, out).append(numbers.toFloat(argument(directive)));
      default ->
          throw new EvaluationException(
              c < 0x80 ? "malformed format string - %" + c : "malformed format string");
    }
  }

  private void percent(SprintfDirective directive, char c) {
    if (!directive.isPlain()) {
      throw new EvaluationException("invalid format character - %");
    }
    out.append('%');
    if (c != '%') {
      position--;
    }
  }

  private Object argument(SprintfDirective directive) {
    return directive.value != null ? directive.value : arguments.next();
  }

  private void number(SprintfDirective directive) {
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

  private void asterisk(SprintfDirective directive) {
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
    return numbers.implicitInt(value);
  }

  private void precision(SprintfDirective directive) {
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
  private boolean name(SprintfDirective directive, char open) {
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

  private void character(SprintfDirective directive) {
    Object value = argument(directive);
    String text;
    if (value instanceof String string) {
      if (string.codePointCount(0, string.length()) != 1) {
        throw new EvaluationException('%' + "c requires a character");
      }
      text = string;
    } else {
      text = codePoint(numbers.implicitInteger(value));
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
}
