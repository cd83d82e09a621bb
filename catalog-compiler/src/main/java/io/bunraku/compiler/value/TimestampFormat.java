// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.Strftime;
import io.bunraku.compiler.ruby.ZoneOffsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points in time as text, in the formats of Ruby's {@code strptime} and {@code strftime}. */
public final class TimestampFormat {

  private static final List<String> WITHOUT_ZONE =
      List.of("%FT%T.%N", "%FT%T", "%F %T.%N", "%F %T", "%F");

  private static final List<String> DEFAULTS =
      List.of(
          "%FT%T.%N %Z",
          "%FT%T %Z",
          "%F %T.%N %Z",
          "%F %T %Z",
          "%F %Z",
          "%FT%T.%N",
          "%FT%T",
          "%F %T.%N",
          "%F %T",
          "%F");

  private TimestampFormat() {}

  /**
   * Shows a point in time.
   *
   * @param format directives of Ruby's {@code strftime}
   * @param timezone a name or offset, or null for UTC
   */
  public static String format(Timestamp stamp, String format, @Nullable String timezone) {
    if (timezone == null || timezone.isEmpty()) {
      return Strftime.format(format, stamp, null);
    }
    int seconds = offset(timezone);
    if (Math.abs(seconds) > ZoneOffset.MAX.getTotalSeconds()) {
      throw new EvaluationException("utc_offset out of range");
    }
    return Strftime.format(format, stamp, ZoneOffset.ofTotalSeconds(seconds));
  }

  private static int offset(String zone) {
    Integer seconds = zone.equalsIgnoreCase("current") ? (Integer) 0 : ZoneOffsets.seconds(zone);
    if (seconds == null) {
      throw new EvaluationException("Illegal timezone '" + zone + "'");
    }
    return seconds;
  }

  /** Reads a point in time in one of the default formats. */
  public static Timestamp parse(String text, @Nullable String timezone) {
    return parse(text, hasZone(timezone) ? WITHOUT_ZONE : DEFAULTS, timezone);
  }

  private static boolean hasZone(@Nullable String timezone) {
    return timezone != null && !timezone.isEmpty();
  }

  /** Reads a point in time in the first of some formats that fits. */
  public static Timestamp parse(String text, List<String> formats, @Nullable String timezone) {
    for (String format : formats) {
      Strptime parsed = Strptime.parse(text, format);
      if (parsed != null && parsed.isComplete() && !(hasZone(timezone) && parsed.zone() != null)) {
        return toTimestamp(parsed, timezone);
      }
    }
    throw new EvaluationException(
        "Unable to parse '" + text + "' using any of the formats " + String.join(", ", formats));
  }

  /** Reads a point in time in a format. */
  public static Timestamp parse(String text, String format, @Nullable String timezone) {
    Strptime parsed = Strptime.parse(text, format);
    if (parsed == null || !parsed.isComplete()) {
      throw new EvaluationException("Unable to parse '" + text + "' using format '" + format + "'");
    }
    if (hasZone(timezone) && parsed.zone() != null) {
      throw new EvaluationException(
          "Using a Timezone designator in format specification is mutually exclusive to providing"
              + " an explicit timezone argument");
    }
    return toTimestamp(parsed, timezone);
  }

  private static Timestamp toTimestamp(Strptime parsed, @Nullable String timezone) {
    String zone = hasZone(timezone) ? timezone : parsed.zone();
    try {
      Instant utc = localTime(parsed).toInstant(ZoneOffset.UTC);
      return Timestamp.of(zone == null ? utc : utc.minusSeconds(offset(zone)));
    } catch (DateTimeException e) {
      throw new EvaluationException("argument out of range");
    }
  }

  /** As Ruby's {@code Time.utc}: days, hours and seconds may go over by one into what follows. */
  private static LocalDateTime localTime(Strptime parsed) {
    if (!parsed.hasYear()) {
      throw new EvaluationException("no implicit conversion of nil into Integer");
    }
    int hour = parsed.get(Strptime.HOUR, 0);
    int minute = parsed.get(Strptime.MINUTE, 0);
    int second = parsed.get(Strptime.SECOND, 0);
    if (hour == 24 && (minute > 0 || second > 0)) {
      throw new EvaluationException((minute > 0 ? "min" : "sec") + " out of range");
    }
    return LocalDateTime.of(parsed.get(Strptime.YEAR, 0), parsed.get(Strptime.MONTH, 1), 1, 0, 0)
        .plusDays(parsed.get(Strptime.DAY, 1) - 1L)
        .plusHours(hour)
        .plusMinutes(minute)
        .plusSeconds(second)
        .plusNanos(parsed.nanos());
  }
}
