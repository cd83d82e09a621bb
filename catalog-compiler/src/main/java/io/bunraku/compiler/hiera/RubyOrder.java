// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.math.BigDecimal;
import java.util.List;

/** Ruby's {@code <=>} for what data holds: numbers, strings by their bytes, arrays. */
final class RubyOrder {

  private RubyOrder() {}

  static int compare(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return byCodePoints(a, b);
    }
    if (left instanceof Number a && right instanceof Number b) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return byElements(a, b);
    }
    throw new RubyArgumentError(
        "comparison of %s with %s failed"
            .formatted(RubyValue.className(left), RubyValue.className(right)));
  }

  private static int byCodePoints(String left, String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    return java.util.Arrays.compare(a, b);
  }

  private static int byElements(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }
}
