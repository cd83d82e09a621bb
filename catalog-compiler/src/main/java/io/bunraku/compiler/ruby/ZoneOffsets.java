// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.ruby;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Time zones as Ruby's date parser knows them: offsets and abbreviations. */
public final class ZoneOffsets {

  private static final Pattern OFFSET =
      Pattern.compile("(?:gmt|utc?)?([-+])(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2}))?)?");

  private static final Pattern DAYLIGHT = Pattern.compile("(.+?)\\s+(daylight time|dst)");

  /** Hours east of Greenwich, and the zones that are as far. */
  private static final String TABLE =
      """
      0 utc ut gmt z wet azost
      1 cet bst met mez west wat
      2 cest eet sast cat mest sst
      3 eest msk eat ast-arabia
      4 msd gst
      3.5 irst
      4.5 aft
      5.5 ist
      8 hkt sgt awst
      9 jst kst
      9.5 acst
      10 aest gst-guam
      11 aedt
      12 nzst
      13 nzdt
      -5 est cdt
      -4 edt ast clt
      -6 cst mdt
      -7 mst pdt
      -8 pst akdt
      -9 akst
      -10 hst hast
      -3 adt art brt clst
      -3.5 nst
      -2 ndt brst
      """;

  /** Hours east of Greenwich. */
  private static final Map<String, Double> HOURS = hours();

  private ZoneOffsets() {}

  private static Map<String, Double> hours() {
    Map<String, Double> hours = new HashMap<>();
    TABLE
        .lines()
        .map(line -> line.split(" ", -1))
        .forEach(line -> {
          for (int i = 1; i < line.length; i++) {
            hours.put(line[i], Double.valueOf(line[0]));
          }
        });
    hours.put("eastern", -5.0);
    hours.put("central", -6.0);
    hours.put("mountain", -7.0);
    hours.put("pacific", -8.0);
    hours.put("sst", -11.0);
    String military = "abcdefghiklmnopqrstuvwxy";
    for (int i = 0; i < 12; i++) {
      hours.put(military.substring(i, i + 1), (double) (i + 1));
      hours.put(military.substring(12 + i, 13 + i), (double) -(i + 1));
    }
    return hours;
  }

  /** Seconds east of Greenwich, or null when there is no such time zone. */
  public static @Nullable Integer seconds(String zone) {
    String name = zone.strip().toLowerCase(Locale.ROOT);
    Matcher offset = OFFSET.matcher(name);
    if (offset.matches()) {
      int size = number(offset.group(2)) * 3600 + number(offset.group(3)) * 60;
      size += number(offset.group(4));
      return offset.group(1).equals("-") ? -size : size;
    }
    Matcher daylight = DAYLIGHT.matcher(name);
    boolean summer = daylight.matches();
    String base = summer ? daylight.group(1) : name.replaceFirst("\\s+standard time$", "");
    Double hours = HOURS.get(base);
    return hours == null ? null : (Integer) (int) ((hours + (summer ? 1 : 0)) * 3600);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
