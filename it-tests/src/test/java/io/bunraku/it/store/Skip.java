// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.it.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Skips a test and prints why: a report of tests hides the reasons. */
final class Skip {
  private Skip() {}

  static void unless(boolean condition, String why) {
    if (!condition) {
      System.out.println("SKIPPED: " + why);
    }
    assumeTrue(condition, why);
  }
}
