// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.value.Timestamp;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ruby's {@code Time#strftime}. An instance formats once. */
public final class Strftime {

  /** After so many years the calendar begins anew. */
  private static final long CYCLE_YEARS = 400;

  private static final long CYCLE_SECONDS = 146_097L * 86_400;

  private static final BigInteger CALENDAR_CYCLE =
      BigInteger.valueOf(CYCLE_SECONDS).multiply(BigInteger.valueOf(1_000_000_000L));

  private final String format;
  private final ZonedDateTime time;
  private final long year;
  private final String zone;
  private final StringBuilder out = new StringBuilder();

  private Strftime(String format, ZonedDateTime time, long year, String zone) {
    this.format = format;
    this.time = time;
    this.year = year;
    this.zone = zone;
  }

  /**
   * Formats.
   *
   * @param format with Ruby's directives; unknown ones are copied
   * @param instant the time
   * @param offset the time zone, or null for UTC by name
   * @throws EvaluationException with Ruby's message when the format ends within a directive
   */
  public static String format(String format, Instant instant, @Nullable ZoneOffset offset) {
    return format(format, Timestamp.of(instant), offset);
  }

  /** As the other, of a time that may be beyond the years that Java counts. */
  public static String format(String format, Timestamp stamp, @Nullable ZoneOffset offset) {
    BigInteger[] parts = stamp.nanoseconds().divideAndRemainder(CALENDAR_CYCLE);
    Instant instant = Instant.EPOCH.plus(within(parts[1]));
    ZonedDateTime time = instant.atZone(offset == null ? ZoneOffset.UTC : offset);
    long year = time.getYear() + CYCLE_YEARS * parts[0].longValue();
    return new Strftime(format, time, year, offset == null ? "UTC" : "").run();
  }

  private static Duration within(BigInteger nanoseconds) {
    BigInteger[] parts = nanoseconds.divideAndRemainder(BigInteger.valueOf(1_000_000_000L));
    return Duration.ofSeconds(parts[0].longValue(), parts[1].longValue());
  }

  private String run() {
    if (isCut()) {
      throw new EvaluationException("invalid format: " + format);
    }
    int i = 0;
    while (i < format.length()) {
      char c = format.charAt(i);
      int end = c == '%' ? directive(i) : -1;
      if (end < 0) {
        out.append(c);
        i++;
      } else {
        i = end;
      }
    }
    return out.toString();
  }

  /** Whether the format ends within a directive. */
  private boolean isCut() {
    int last = format.length() - 1;
    while (last >= 0 && "-0^#_123456789".indexOf(format.charAt(last)) >= 0) {
      last--;
    }
    int percents = 0;
    while (last >= 0 && format.charAt(last) == '%') {
      percents++;
      last--;
    }
    return percents % 2 == 1;
  }

  /** Writes the directive at a position; returns its end, or -1 when there is none. */
  private int directive(int start) {
    Directive directive = new Directive();
    int i = start + 1;
    while (i < format.length() && directive.flag(format.charAt(i))) {
      i++;
    }
    int digits = i;
    while (i < format.length() && Character.isDigit(format.charAt(i))) {
      i++;
    }
    if (i > digits) {
      directive.width = Integer.parseInt(format.substring(digits, Math.min(i, digits + 6)));
    }
    while (i < format.length() && format.charAt(i) == ':' && directive.colons < 3) {
      directive.colons++;
      i++;
    }
    if (i + 1 < format.length() && isModified(format.charAt(i), format.charAt(i + 1))) {
      i++;
    }
    if (i >= format.length()) {
      return -1;
    }
    String text = convert(format.charAt(i), directive);
    if (text == null) {
      return -1;
    }
    out.append(text);
    return i + 1;
  }

  private static boolean isModified(char modifier, char c) {
    return (modifier == 'E' && "cCxXyY".indexOf(c) >= 0)
        || (modifier == 'O' && "deHkIlmMSuUVwWy".indexOf(c) >= 0);
  }

  private @Nullable String convert(char c, Directive directive) {
    if (directive.colons > 0 && c != 'z') {
      return null;
    }
    String date = convertDate(c, directive);
    return date != null ? date : convertTime(c, directive);
  }

  private @Nullable String convertDate(char c, Directive d) {
    return switch (c) {
      case 'Y' -> d.number(year, year < 0 ? 5 : 4, '0');
      case 'C' -> d.number(Math.floorDiv(year, 100), 2, '0');
      case 'y' -> d.number(Math.floorMod(year, 100), 2, '0');
      case 'm' -> d.number(time.getMonthValue(), 2, '0');
      case 'B' -> d.text(time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case 'b', 'h' -> d.text(time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      case 'j' -> d.number(time.getDayOfYear(), 3, '0');
      case 'd' -> d.number(time.getDayOfMonth(), 2, '0');
      case 'e' -> d.number(time.getDayOfMonth(), 2, ' ');
      case 'A' -> d.text(time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case 'a' -> d.text(time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH));
      case 'u' -> d.number(time.getDayOfWeek().getValue(), 1, '0');
      case 'w' -> d.number(time.getDayOfWeek().getValue() % 7, 1, '0');
      case 'G' -> d.number(weekBasedYear(), 4, '0');
      case 'g' -> d.number(Math.floorMod(weekBasedYear(), 100), 2, '0');
      case 'V' -> d.number(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
      case 'U' -> d.number(week(time.getDayOfWeek().getValue() % 7), 2, '0');
      case 'W' -> d.number(week(time.getDayOfWeek().getValue() - 1), 2, '0');
      case 'D', 'x' -> d.composed(nested("%m/%d/%y"));
      case 'F' -> d.composed(nested("%Y-%m-%d"));
      case 'v' -> d.composed(nested("%e-%^b-%Y"));
      case 'c' -> d.composed(nested("%a %b %e %H:%M:%S %Y"));
      default -> null;
    };
  }

  private long weekBasedYear() {
    return year - time.getYear() + time.get(IsoFields.WEEK_BASED_YEAR);
  }

  private long week(int dayOfWeek) {
    return (time.getDayOfYear() + 6L - dayOfWeek) / 7;
  }

  private @Nullable String convertTime(char c, Directive d) {
    int hour12 = time.get(ChronoField.CLOCK_HOUR_OF_AMPM);
    String half = time.getHour() < 12 ? "AM" : "PM";
    return switch (c) {
      case 'H' -> d.number(time.getHour(), 2, '0');
      case 'k' -> d.number(time.getHour(), 2, ' ');
      case 'I' -> d.number(hour12, 2, '0');
      case 'l' -> d.number(hour12, 2, ' ');
      case 'M' -> d.number(time.getMinute(), 2, '0');
      case 'S' -> d.number(time.getSecond(), 2, '0');
      case 'L' -> fraction(d.width > 0 ? d.width : 3);
      case 'N' -> fraction(d.width > 0 ? d.width : 9);
      case 's' -> d.number(epochSecond(), 1, '0');
      case 'p' -> d.swapCase ? d.padded(half.toLowerCase(Locale.ROOT)) : d.text(half);
      case 'P' -> d.text(half.toLowerCase(Locale.ROOT));
      case 'z' -> d.offset(time.getOffset().getTotalSeconds(), !zone.isEmpty());
      case 'Z' -> zone(d);
      case 'R' -> d.composed(nested("%H:%M"));
      case 'T', 'X' -> d.composed(nested("%H:%M:%S"));
      case 'r' -> d.composed(nested("%I:%M:%S %p"));
      case 'n' -> d.padded("\n");
      case 't' -> d.padded("\t");
      case '%' -> d.padded("%");
      default -> null;
    };
  }

  private long epochSecond() {
    return (year - time.getYear()) / CYCLE_YEARS * CYCLE_SECONDS + time.toEpochSecond();
  }

  private String zone(Directive d) {
    if (zone.isEmpty()) {
      return "";
    }
    return d.swapCase ? d.padded(zone.toLowerCase(Locale.ROOT)) : d.text(zone);
  }

  private String fraction(int digits) {
    String nanos = String.format("%09d", time.getNano());
    return digits <= 9 ? nanos.substring(0, digits) : nanos + "0".repeat(digits - 9);
  }

  private String nested(String inner) {
    return new Strftime(inner, time, year, zone).run();
  }

  /** Flags and width of one directive. */
  private static final class Directive {
    private int width;
    private int colons;
    private char padding;
    private boolean unpadded;
    private boolean upperCase;
    private boolean swapCase;

    boolean flag(char c) {
      switch (c) {
        case '-' -> {
          unpadded = true;
          padding = 0;
        }
        case '0' -> padding = '0';
        case '_' -> padding = ' ';
        case '^' -> upperCase = true;
        case '#' -> swapCase = true;
        default -> {
          return false;
        }
      }
      return true;
    }

    String number(long number, int defaultWidth, char defaultPadding) {
      String digits = Long.toString(Math.abs(number));
      String sign = number < 0 ? "-" : "";
      if (unpadded) {
        return sign + digits;
      }
      char fill = padding != 0 ? padding : defaultPadding;
      int size = Math.max(0, (width > 0 ? width : defaultWidth) - digits.length() - sign.length());
      String zeroes = String.valueOf(fill).repeat(size);
      return fill == '0' ? sign + zeroes + digits : zeroes + sign + digits;
    }

    String text(String text) {
      return padded(upperCase || swapCase ? text.toUpperCase(Locale.ROOT) : text);
    }

    String composed(String text) {
      return filled(upperCase ? text.toUpperCase(Locale.ROOT) : text);
    }

    String padded(String text) {
      return unpadded ? text : filled(text);
    }

    private String filled(String text) {
      char fill = padding != 0 ? padding : ' ';
      return String.valueOf(fill).repeat(Math.max(0, width - text.length())) + text;
    }

    String offset(int seconds, boolean utc) {
      int size = Math.abs(seconds);
      String minutes = String.format("%02d", size / 60 % 60);
      String rest =
          switch (colons) {
            case 0 -> minutes;
            case 1 -> ":" + minutes;
            case 2 -> ":" + minutes + String.format(":%02d", size % 60);
            default ->
                size % 60 != 0
                    ? ":" + minutes + String.format(":%02d", size % 60)
                    : size / 60 % 60 != 0 ? ":" + minutes : "";
          };
      String hours = Integer.toString(size / 3600);
      String sign = seconds < 0 || (utc && unpadded) ? "-" : "+";
      int hourWidth = Math.max(2, width - rest.length() - 1);
      if (padding == ' ') {
        return " ".repeat(Math.max(0, hourWidth - hours.length())) + sign + hours + rest;
      }
      return sign + "0".repeat(Math.max(0, hourWidth - hours.length())) + hours + rest;
    }
  }
}
