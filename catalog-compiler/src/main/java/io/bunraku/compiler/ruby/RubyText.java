// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/** Ruby's {@code to_s} and {@code inspect}. */
public final class RubyText {

  private RubyText() {}

  /** Ruby's {@code Float#to_s}. */
  public static String of(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    boolean pointWithin = shortest.scale() > 0 && exponent > 0;
    if (exponent >= -4 && (exponent < 15 || pointWithin)) {
      return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
    }
    String digits = shortest.unscaledValue().abs().toString();
    return (number < 0 ? "-" : "")
        + digits.charAt(0)
        + "."
        + (digits.length() == 1 ? "0" : digits.substring(1))
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  /** Ruby's {@code String#inspect} of the bytes of a string. */
  public static String inspectBytes(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : inspect(text).getBytes(StandardCharsets.UTF_8)) {
      out.append(b < 0 ? String.format("\\x%02X", b & 0xff) : String.valueOf((char) b));
    }
    return out.toString();
  }

  /** Ruby's {@code String#inspect} of a UTF-8 string. */
  public static String inspect(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      char next = i < text.length() ? text.charAt(i) : ' ';
      boolean interpolates = c == '#' && (next == '{' || next == '$' || next == '@');
      if (interpolates || c == '"' || c == '\\') {
        out.append('\\').append((char) c);
      } else {
        appendCharacter(out, c);
      }
    }
    return out.append('"').toString();
  }

  /** Ruby's {@code String#dump} of a UTF-8 string: what is beyond ASCII is escaped too. */
  public static String dump(String text) {
    StringBuilder out = new StringBuilder();
    inspect(text)
        .codePoints()
        .forEach(c -> {
          if (c < 0x80) {
            out.append((char) c);
          } else {
            out.append(String.format(c > 0xffff ? "\\u{%X}" : "\\u%04X", c));
          }
        });
    return out.toString();
  }

  private static void appendCharacter(StringBuilder out, int c) {
    int control = "\n\t\r\u001b\u0007\b\u000b\f".indexOf(c);
    if (control >= 0) {
      out.append('\\').append("ntreabvf".charAt(control));
    } else if (isPrintable(c)) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(c > 0xffff ? "\\u{%X}" : "\\u%04X", c));
    }
  }

  private static boolean isPrintable(int c) {
    if (c < 0x80) {
      return c >= 0x20 && c < 0x7f;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.UNASSIGNED, Character.SURROGATE -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  /** Writes a list as Ruby's {@code Array#inspect}, its elements by the given function. */
  public static String inspect(
      Collection<?> list, java.util.function.Function<Object, String> element) {
    StringBuilder out = new StringBuilder("[");
    for (Object value : list) {
      out.append(out.length() == 1 ? "" : ", ").append(element.apply(value));
    }
    return out.append(']').toString();
  }

  /** Writes a map as Ruby's {@code Hash#inspect}, keys and values by the given function. */
  public static String inspect(Map<?, ?> map, java.util.function.Function<Object, String> element) {
    StringBuilder out = new StringBuilder("{");
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(out.length() == 1 ? "" : ", ")
          .append(element.apply(entry.getKey()))
          .append("=>")
          .append(element.apply(entry.getValue()));
    }
    return out.append('}').toString();
  }
}
