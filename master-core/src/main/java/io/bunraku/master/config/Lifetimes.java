// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long what nodes leave behind is kept, with PuppetDB's names and defaults; zero is for ever.
 *
 * @param node how long a node may be silent before it is deactivated
 * @param purge how long after its deactivation a node's documents are purged
 * @param report how long reports are kept, in whole days
 * @param interval how often a master looks; zero is never
 */
public record Lifetimes(Duration node, Duration purge, Duration report, Duration interval) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(d|h|m|s|ms)?");

  /**
   * Reads {@code 7d}, {@code 12h}, {@code 30m}, {@code 90s}, {@code 500ms}; a bare number is
   * seconds.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  static Duration parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected a duration like 7d, 12h, 30m or 90s");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "d" -> Duration.ofDays(count);
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      case "ms" -> Duration.ofMillis(count);
      case null, default -> Duration.ofSeconds(count);
    };
  }
}
