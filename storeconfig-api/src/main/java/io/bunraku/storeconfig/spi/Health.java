// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Whether a store answers.
 *
 * @param up whether reads and writes can be expected to work now
 * @param detail one line for people
 * @param latency how long the check took
 */
public record Health(boolean up, String detail, Duration latency) {

  /**
   * Asks, and takes the time of it.
   *
   * @param question answers what is to be told of the store, and throws if it cannot be used
   */
  public static Health of(Supplier<String> question) {
    long start = System.nanoTime();
    boolean up = false;
    String detail;
    try {
      detail = question.get();
      up = true;
    } catch (RuntimeException e) {
      detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("fails");
    }
    return new Health(up, detail, Duration.ofNanos(System.nanoTime() - start));
  }
}
