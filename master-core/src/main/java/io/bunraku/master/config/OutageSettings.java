// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import io.bunraku.storeconfig.spool.SpoolLimits;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a master does while its store is away.
 *
 * @param serve whether catalogs are compiled and kept in the spool; else they are refused
 * @param spool how much the spool may hold
 */
public record OutageSettings(boolean serve, SpoolLimits spool) {
  /** Refuses; reports are spooled all the same. */
  public static final OutageSettings DEFAULT = new OutageSettings(false, SpoolLimits.DEFAULT);

  private static final String MODE = "unavailable";
  private static final String ENTRIES = "spool.entries";
  private static final String BYTES = "spool.bytes";

  /**
   * Takes its settings out of those of the store.
   *
   * @throws IllegalArgumentException for a value that is none
   */
  static OutageSettings take(Map<String, String> store) {
    String mode = store.remove(MODE);
    String entries = store.remove(ENTRIES);
    String bytes = store.remove(BYTES);
    SpoolLimits usual = SpoolLimits.DEFAULT;
    return new OutageSettings(
        serve(mode),
        SpoolLimits.of(
            (int) number(ENTRIES, entries, usual.entries(), Integer.MAX_VALUE),
            number(BYTES, bytes, usual.bytes(), Long.MAX_VALUE)));
  }

  private static boolean serve(@Nullable String mode) {
    return switch (mode == null ? "refuse" : mode) {
      case "refuse" -> false;
      case "serve" -> true;
      default ->
          throw new IllegalArgumentException(
              "store.unavailable: '" + mode + "' is neither refuse nor serve");
    };
  }

  /** A number, with k, m or g for powers of 1024. */
  private static long number(String name, @Nullable String text, long usual, long most) {
    if (text == null) {
      return usual;
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    int power = lower.isEmpty() ? 0 : "kmg".indexOf(lower.charAt(lower.length() - 1)) + 1;
    String digits = power == 0 ? lower : lower.substring(0, lower.length() - 1);
    try {
      long value = Math.multiplyExact(Long.parseLong(digits.strip()), 1L << (10 * power));
      if (value > 0 && value <= most) {
        return value;
      }
    } catch (NumberFormatException | ArithmeticException e) {
      // the line below says it
    }
    throw new IllegalArgumentException("store." + name + ": '" + text + "' is no number above 0");
  }
}
