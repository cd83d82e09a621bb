// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ruby's {@code DateTime._strptime}: reads what is there, without looking whether it makes sense.
 */
final class Strptime {

  private static final List<String> MONTHS =
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

  private static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  /** Directives that are read although nothing is made of them: the most digits, the range. */
  private static final Map<Character, List<Integer>> IGNORED =
      Map.of(
          'j', List.of(3, 1, 366),
          'U', List.of(2, 0, 53),
          'W', List.of(2, 0, 53),
          'V', List.of(2, 1, 53),
          'g', List.of(2, 0, 99),
          'u', List.of(1, 1, 7),
          'w', List.of(1, 0, 6));

  static final int YEAR = 0;
  static final int MONTH = 1;
  static final int DAY = 2;
  static final int HOUR = 3;
  static final int MINUTE = 4;
  static final int SECOND = 5;

  private static final Pattern ZONE =
      Pattern.compile(
          "(?:(?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|[a-z.\\s]+(?:standard|daylight)\\s+time\\b"
              + "|[a-z]+(?:\\s+dst)?\\b)",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final @Nullable Integer[] fields = new @Nullable Integer[6];
  private int position;
  private int nanos;
  private @Nullable String zone;
  private @Nullable Integer century;
  private boolean pm;
  private boolean hasMeridian;

  private Strptime(String text) {
    this.text = text;
  }

  /** The fields of a text, or null if it does not have the format. */
  static @Nullable Strptime parse(String text, String format) {
    Strptime parser = new Strptime(text);
    return parser.read(format) ? parser.finish() : null;
  }

  private Strptime finish() {
    Integer hour = fields[HOUR];
    if (hasMeridian && hour != null) {
      fields[HOUR] = hour % 12 + (pm ? 12 : 0);
    }
    Integer year = fields[YEAR];
    if (year != null && century != null) {
      fields[YEAR] = year + century * 100;
    }
    return this;
  }

  boolean hasYear() {
    return fields[YEAR] != null;
  }

  /** Whether nothing was left over. */
  boolean isComplete() {
    return position == text.length();
  }

  int get(int field, int otherwise) {
    Integer value = fields[field];
    return value == null ? otherwise : value;
  }

  int nanos() {
    return nanos;
  }

  @Nullable String zone() {
    return zone;
  }

  private boolean read(String format) {
    int i = 0;
    while (i < format.length()) {
      char c = format.charAt(i);
      if (Character.isWhitespace(c)) {
        skipBlanks();
      } else if (c == '%' && i + 1 < format.length()) {
        i++;
        while (i + 1 < format.length() && "-_0^#:EO".indexOf(format.charAt(i)) >= 0) {
          i++;
        }
        boolean digitsFollow =
            i + 1 < format.length() && (isDigit(format.charAt(i + 1)) || nextIsNumber(format, i));
        if (!directive(format.charAt(i), digitsFollow)) {
          return false;
        }
      } else if (position < text.length() && text.charAt(position) == c) {
        position++;
      } else {
        return false;
      }
      i++;
    }
    return true;
  }

  private static boolean nextIsNumber(String format, int i) {
    return i + 2 < format.length()
        && format.charAt(i + 1) == '%'
        && "CDdeFGgHIjkLlMmNQRrSsTUuVvWwXxYy0123456789".indexOf(format.charAt(i + 2)) >= 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private boolean directive(char type, boolean digitsFollow) {
    return switch (type) {
      case 'Y' -> year(digitsFollow, true);
      case 'G' -> year(digitsFollow, false);
      case 'C' -> century(digitsFollow);
      case 's', 'Q' -> epoch();
      case 'j', 'U', 'W', 'V', 'g', 'u', 'w' -> ignored(IGNORED.getOrDefault(type, List.of()));
      case 'y' -> shortYear();
      case 'm' -> number(MONTH, 2, 1, 12);
      case 'd', 'e' -> day();
      case 'H', 'k' -> hour(0, 24);
      case 'I', 'l' -> hour(1, 12);
      case 'M' -> number(MINUTE, 2, 0, 59);
      case 'S' -> number(SECOND, 2, 0, 60);
      case 'L', 'N' -> fraction(digitsFollow ? (type == 'L' ? 3 : 9) : Integer.MAX_VALUE);
      case 'B', 'b', 'h' -> month();
      case 'A', 'a' -> name(DAYS) >= 0;
      case 'p', 'P' -> meridian();
      case 'Z', 'z' -> zoneName();
      case 'F' -> read("%Y-%m-%d");
      case 'T', 'X' -> read("%H:%M:%S");
      case 'R' -> read("%H:%M");
      case 'D', 'x' -> read("%m/%d/%y");
      case 'r' -> read("%I:%M:%S %p");
      case 'c' -> read("%a %b %e %H:%M:%S %Y");
      case 'v' -> read("%e-%b-%Y");
      case '+' -> read("%a %b %e %H:%M:%S %Z %Y");
      case 'n', 't' -> {
        skipBlanks();
        yield true;
      }
      case '%' -> literal('%');
      default -> false;
    };
  }

  private boolean literal(char c) {
    boolean fits = position < text.length() && text.charAt(position) == c;
    position += fits ? 1 : 0;
    return fits;
  }

  private @Nullable Integer digits(int max) {
    int start = position;
    while (position < text.length() && position - start < max && isDigit(text.charAt(position))) {
      position++;
    }
    return start == position ? null : Integer.valueOf(text.substring(start, position));
  }

  private boolean number(int field, int width, int min, int max) {
    Integer value = digits(width);
    if (value == null || value < min || value > max) {
      return false;
    }
    fields[field] = value;
    return true;
  }

  private boolean day() {
    literal(' ');
    return number(DAY, 2, 1, 31);
  }

  private boolean hour(int min, int max) {
    literal(' ');
    return number(HOUR, 2, min, max);
  }

  private boolean ignored(List<Integer> limits) {
    Integer value = digits(limits.get(0));
    return value != null && value >= limits.get(1) && value <= limits.get(2);
  }

  /** Seconds or milliseconds, of which no year becomes known. */
  private boolean epoch() {
    literal('-');
    int start = position;
    while (position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    return position > start;
  }

  private boolean century(boolean digitsFollow) {
    boolean negative = literal('-');
    if (!negative) {
      literal('+');
    }
    Integer value = digits(digitsFollow ? 2 : 7);
    if (value != null) {
      century = negative ? -value : value;
    }
    return value != null;
  }

  private boolean year(boolean digitsFollow, boolean counts) {
    boolean negative = literal('-');
    if (!negative) {
      literal('+');
    }
    Integer value = digits(digitsFollow ? 4 : 9);
    if (value == null) {
      return false;
    }
    if (counts) {
      fields[YEAR] = negative ? -value : value;
    }
    return true;
  }

  private boolean shortYear() {
    Integer value = digits(2);
    if (value == null) {
      return false;
    }
    fields[YEAR] = value;
    if (century == null) {
      century = value >= 69 ? 19 : 20;
    }
    return true;
  }

  private boolean fraction(int max) {
    int start = position;
    Integer ignored = digits(Math.min(max, 9));
    if (ignored == null) {
      return false;
    }
    String digits = text.substring(start, position);
    nanos = Integer.parseInt((digits + "000000000").substring(0, 9));
    while (max == Integer.MAX_VALUE && position < text.length() && isDigit(text.charAt(position))) {
      position++;
    }
    return true;
  }

  private int name(List<String> names) {
    String rest = text.substring(position).toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      String full = names.get(i).toLowerCase(Locale.ROOT);
      for (String name : List.of(full, full.substring(0, 3))) {
        if (rest.startsWith(name)) {
          position += name.length();
          return i;
        }
      }
    }
    return -1;
  }

  private boolean month() {
    int index = name(MONTHS);
    fields[MONTH] = index + 1;
    return index >= 0;
  }

  private boolean meridian() {
    String rest = text.substring(position).toLowerCase(Locale.ROOT);
    for (String name : List.of("a.m.", "p.m.", "am", "pm")) {
      if (rest.startsWith(name)) {
        hasMeridian = true;
        pm = name.startsWith("p");
        position += name.length();
        return true;
      }
    }
    return false;
  }

  private boolean zoneName() {
    Matcher matcher = ZONE.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    zone = matcher.group();
    position = matcher.end();
    return true;
  }
}
