// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A format of time spans: literal text and {@code %D %H %M %S %L %N}, with {@code -} (no padding),
 * {@code _} (blanks) or a width. The highest unit present takes all that is above it.
 */
public final class TimespanFormat {

  private static final List<TimespanFormat> DEFAULTS =
      List.of(
          new TimespanFormat("%D-%H:%M:%S.%-N"),
          new TimespanFormat("%H:%M:%S.%-N"),
          new TimespanFormat("%M:%S.%-N"),
          new TimespanFormat("%S.%-N"),
          new TimespanFormat("%D-%H:%M:%S"),
          new TimespanFormat("%H:%M:%S"),
          new TimespanFormat("%D-%H:%M"),
          new TimespanFormat("%S"));

  /** What a time span is shown in. */
  static final TimespanFormat DEFAULT = DEFAULTS.get(0);

  private final String format;
  private final List<TimespanSegment> segments;
  private final Pattern pattern;

  /** Compiles a format; the error has Puppet's message. */
  public TimespanFormat(String format) {
    this.format = format;
    this.segments = new TimespanFormatParser(format).parse();
    this.pattern =
        Pattern.compile(
            segments.stream()
                .map(TimespanSegment::pattern)
                .collect(Collectors.joining("", "-?", "")),
            Pattern.DOTALL);
  }

  /** Shows a time span. */
  public String format(Timespan span) {
    StringBuilder text = new StringBuilder(span.isNegative() ? "-" : "");
    BigInteger nanos = span.nanoseconds().abs();
    for (TimespanSegment segment : segments) {
      segment.appendTo(text, nanos);
    }
    return text.toString();
  }

  /** Reads a time span in this format. */
  public Timespan parse(String text) {
    Timespan span = tryParse(text);
    if (span == null) {
      throw new EvaluationException("Unable to parse '" + text + "' using format '" + format + "'");
    }
    return span;
  }

  /** Reads a time span in the first of the formats that fits. */
  public static Timespan parse(String text, List<TimespanFormat> formats) {
    for (TimespanFormat format : formats) {
      Timespan span = format.tryParse(text);
      if (span != null) {
        return span;
      }
    }
    List<String> names = new ArrayList<>();
    formats.forEach(f -> names.add(f.format));
    throw new EvaluationException(
        "Unable to parse '" + text + "' using any of the formats " + String.join(", ", names));
  }

  static Timespan parseDefault(String text) {
    return parse(text, DEFAULTS);
  }

  private @Nullable Timespan tryParse(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    BigInteger nanos = BigInteger.ZERO;
    for (int i = 0; i < segments.size(); i++) {
      String group = matcher.group(i + 1).stripLeading();
      if (segments.get(i).isLiteral()) {
        continue;
      }
      if (group.isEmpty() || !group.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return null;
      }
      nanos = nanos.add(segments.get(i).nanoseconds(group));
    }
    return new Timespan(text.startsWith("-") ? nanos.negate() : nanos);
  }

  @Override
  public String toString() {
    return format;
  }
}
