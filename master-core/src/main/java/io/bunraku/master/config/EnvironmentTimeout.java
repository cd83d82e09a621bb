// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long an environment's code is taken as unchanged: {@code environment-timeout}. */
public sealed interface EnvironmentTimeout {

  /** Look at the files before each request. */
  record Always() implements EnvironmentTimeout {}

  /** Look at the files once. */
  record Unlimited() implements EnvironmentTimeout {}

  /**
   * Look at the files again after a while.
   *
   * @param duration positive
   */
  record After(Duration duration) implements EnvironmentTimeout {}

  /** Puppet's durations: seconds, or a number with y, d, h, m or s. */
  Pattern DURATION = Pattern.compile("(\\d+)(y|d|h|m|s)?");

  /**
   * Reads {@code 0}, {@code unlimited}, {@code 30}, {@code 5m}, {@code 2h} ...
   *
   * @throws IllegalArgumentException when it is none of these
   */
  static EnvironmentTimeout parse(String text) {
    if (text.equals("unlimited")) {
      return new Unlimited();
    }
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not 0, unlimited or a duration");
    }
    long count = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    long seconds =
        switch (unit) {
          case "y" -> count * 365 * 86_400;
          case "d" -> count * 86_400;
          case "h" -> count * 3_600;
          case "m" -> count * 60;
          default -> count;
        };
    return seconds == 0 ? new Always() : new After(Duration.ofSeconds(seconds));
  }
}
