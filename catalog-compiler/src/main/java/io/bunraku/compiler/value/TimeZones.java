// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.eval.EvaluationException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of time zones and offsets as Ruby's date library knows them. */
final class TimeZones {

  private static final Pattern OFFSET =
      Pattern.compile("(?:gmt|utc)?([-+])(\\d{1,2})(?::?(\\d{2}))?(?::?(\\d{2}))?");

  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("utc", 0),
          Map.entry("gmt", 0),
          Map.entry("z", 0),
          Map.entry("ut", 0),
          Map.entry("wet", 0),
          Map.entry("est", -5),
          Map.entry("edt", -4),
          Map.entry("cst", -6),
          Map.entry("cdt", -5),
          Map.entry("mst", -7),
          Map.entry("mdt", -6),
          Map.entry("pst", -8),
          Map.entry("pdt", -7),
          Map.entry("akst", -9),
          Map.entry("akdt", -8),
          Map.entry("hst", -10),
          Map.entry("bst", 1),
          Map.entry("cet", 1),
          Map.entry("met", 1),
          Map.entry("west", 1),
          Map.entry("cest", 2),
          Map.entry("mest", 2),
          Map.entry("eet", 2),
          Map.entry("sast", 2),
          Map.entry("eest", 3),
          Map.entry("msk", 3),
          Map.entry("msd", 4),
          Map.entry("jst", 9),
          Map.entry("nzst", 12),
          Map.entry("nzdt", 13));

  private TimeZones() {}

  /** The offset of a zone; {@code current} is that of this machine. */
  static ZoneOffset offset(String zone, Instant when) {
    if (zone.equalsIgnoreCase("current")) {
      return ZoneId.systemDefault().getRules().getOffset(when);
    }
    ZoneOffset offset = find(zone);
    if (offset == null) {
      throw new EvaluationException("Illegal timezone '" + zone + "'");
    }
    return offset;
  }

  static @Nullable ZoneOffset find(String zone) {
    String lower = zone.toLowerCase(Locale.ROOT);
    Integer hours = HOURS.get(lower);
    if (hours != null) {
      return ZoneOffset.ofHours(hours);
    }
    Matcher matcher = OFFSET.matcher(lower);
    if (!matcher.matches()) {
      return null;
    }
    int seconds =
        number(matcher.group(2)) * 3600 + number(matcher.group(3)) * 60 + number(matcher.group(4));
    return seconds > 18 * 3600
        ? null
        : ZoneOffset.ofTotalSeconds("-".equals(matcher.group(1)) ? -seconds : seconds);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
