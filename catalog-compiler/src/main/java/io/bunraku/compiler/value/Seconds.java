// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.math.BigDecimal;

/** Seconds with fraction as a float, rounded once. */
final class Seconds {

  private Seconds() {}

  static double toDouble(long seconds, int nanos) {
    return nanos == 0
        ? seconds
        : BigDecimal.valueOf(seconds).add(BigDecimal.valueOf(nanos, 9)).doubleValue();
  }
}
