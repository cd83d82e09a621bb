// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/** Ruby's {@code Time#strftime}. */
final class Strftime {

  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  private final OffsetDateTime time;
  private final boolean utc;
  private final StringBuilder out = new StringBuilder();

  Strftime(OffsetDateTime time, boolean utc) {
    this.time = time;
    this.utc = utc;
  }

  String format(String format) {
    int i = 0;
    while (i < format.length()) {
      char c = format.charAt(i);
      int end = c == '%' ? directiveEnd(format, i + 1) : i;
      if (c == '%' && end < format.length()) {
        directive(format.substring(i, end + 1), format.substring(i + 1, end), format.charAt(end));
        i = end + 1;
      } else {
        out.append(c);
        i++;
      }
    }
    return out.toString();
  }

  private static int directiveEnd(String format, int start) {
    int i = start;
    while (i < format.length() && "-0^#_:123456789".indexOf(format.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private void directive(String whole, String flags, char type) {
    int digits = 0;
    while (digits < flags.length() && !isWidthStart(flags.charAt(digits))) {
      digits++;
    }
    String marks = flags.substring(0, digits);
    String widthText = flags.substring(digits).replace(":", "");
    int width = widthText.isEmpty() ? -1 : Integer.parseInt(widthText);
    String text = number(type, marks, width);
    if (text == null) {
      text = word(type, flags, width);
      if (text == null) {
        out.append(whole);
        return;
      }
      text = changeCase(type, text, marks);
      char pad = marks.indexOf('0') >= 0 ? '0' : ' ';
      text = marks.indexOf('-') >= 0 ? text : pad(text, width, pad);
    }
    out.append(text);
  }

  private static boolean isWidthStart(char c) {
    return c >= '1' && c <= '9';
  }

  private static String changeCase(char type, String text, String marks) {
    if (marks.indexOf('^') >= 0) {
      return text.toUpperCase(Locale.ROOT);
    }
    if (marks.indexOf('#') >= 0) {
      return type == 'p' || type == 'Z'
          ? text.toLowerCase(Locale.ROOT)
          : text.toUpperCase(Locale.ROOT);
    }
    return text;
  }

  private static String pad(String text, int width, char pad) {
    return width <= text.length() ? text : String.valueOf(pad).repeat(width - text.length()) + text;
  }

  private @org.jspecify.annotations.Nullable String number(char type, String marks, int width) {
    long value;
    int usual = 2;
    char pad = '0';
    switch (type) {
      case 'Y' -> {
        value = time.getYear();
        usual = 4;
      }
      case 'C' -> value = Math.floorDiv(time.getYear(), 100);
      case 'y' -> value = Math.floorMod(time.getYear(), 100);
      case 'm' -> value = time.getMonthValue();
      case 'd' -> value = time.getDayOfMonth();
      case 'e' -> {
        value = time.getDayOfMonth();
        pad = ' ';
      }
      case 'j' -> {
        value = time.getDayOfYear();
        usual = 3;
      }
      case 'H' -> value = time.getHour();
      case 'k' -> {
        value = time.getHour();
        pad = ' ';
      }
      case 'I' -> value = hour12();
      case 'l' -> {
        value = hour12();
        pad = ' ';
      }
      case 'M' -> value = time.getMinute();
      case 'S' -> value = time.getSecond();
      case 's' -> {
        value = time.toEpochSecond();
        usual = 1;
      }
      case 'u' -> {
        value = time.getDayOfWeek().getValue();
        usual = 1;
      }
      case 'w' -> {
        value = time.getDayOfWeek().getValue() % 7;
        usual = 1;
      }
      case 'G' -> {
        value = time.get(IsoFields.WEEK_BASED_YEAR);
        usual = 4;
      }
      case 'g' -> value = time.get(IsoFields.WEEK_BASED_YEAR) % 100;
      case 'V' -> value = time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case 'U' -> value = week(time.getDayOfWeek().getValue() % 7);
      case 'W' -> value = week((time.getDayOfWeek().getValue() + 6) % 7);
      default -> {
        return null;
      }
    }
    return padNumber(value, marks, width < 0 ? usual : width, pad);
  }

  private static String padNumber(long value, String marks, int width, char usual) {
    if (marks.indexOf('-') >= 0) {
      return Long.toString(value);
    }
    char pad = marks.indexOf('_') >= 0 ? ' ' : marks.indexOf('0') >= 0 ? '0' : usual;
    if (value < 0 && pad == '0') {
      return "-" + pad(Long.toString(-value), width - 1, pad);
    }
    return pad(Long.toString(value), width, pad);
  }

  private int hour12() {
    int hour = time.getHour() % 12;
    return hour == 0 ? 12 : hour;
  }

  private long week(int dayOfWeek) {
    return (time.getDayOfYear() + 6L - dayOfWeek) / 7;
  }

  private @org.jspecify.annotations.Nullable String word(char type, String flags, int width) {
    return switch (type) {
      case 'B' -> MONTHS.get(time.getMonthValue() - 1);
      case 'b', 'h' -> MONTHS.get(time.getMonthValue() - 1).substring(0, 3);
      case 'A' -> DAYS.get(time.getDayOfWeek().getValue() % 7);
      case 'a' -> DAYS.get(time.getDayOfWeek().getValue() % 7).substring(0, 3);
      case 'p' -> time.get(ChronoField.AMPM_OF_DAY) == 0 ? "AM" : "PM";
      case 'P' -> time.get(ChronoField.AMPM_OF_DAY) == 0 ? "am" : "pm";
      case 'L' -> fraction(width < 0 ? 3 : width);
      case 'N' -> fraction(width < 0 ? 9 : width);
      case 'z' -> offset(flags);
      case 'Z' -> utc ? "UTC" : "";
      case 'F' -> nested("%Y-%m-%d");
      case 'T', 'X' -> nested("%H:%M:%S");
      case 'D', 'x' -> nested("%m/%d/%y");
      case 'R' -> nested("%H:%M");
      case 'r' -> nested("%I:%M:%S %p");
      case 'c' -> nested("%a %b %e %H:%M:%S %Y");
      case 'v' -> nested("%e-%^b-%Y");
      case '+' -> nested("%a %b %e %H:%M:%S %Z %Y");
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> null;
    };
  }

  private String nested(String format) {
    return new Strftime(time, utc).format(format);
  }

  private String fraction(int digits) {
    String nanos = String.format(Locale.ROOT, "%09d", time.getNano());
    return digits <= 9 ? nanos.substring(0, digits) : nanos + "0".repeat(digits - 9);
  }

  private String offset(String flags) {
    int seconds = time.getOffset().getTotalSeconds();
    int absolute = Math.abs(seconds);
    String sign = seconds < 0 ? "-" : "+";
    int hours = absolute / 3600;
    int minutes = absolute / 60 % 60;
    return flags.startsWith("::")
        ? String.format(Locale.ROOT, "%s%02d:%02d:%02d", sign, hours, minutes, absolute % 60)
        : String.format(
            Locale.ROOT, "%s%02d%s%02d", sign, hours, flags.startsWith(":") ? ":" : "", minutes);
  }
}
