// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Ruby's {@code <=>} for what data holds: numbers, strings by their bytes, arrays. */
final class RubyOrder {

  private RubyOrder() {}

  /**
   * Compares two values.
   *
   * @throws RubyArgumentError when they have no order
   */
  static int compare(Object left, Object right) {
    OptionalInt order = order(left, right);
    return order.orElseThrow(() ->
        new RubyArgumentError(
            "comparison of %s with %s failed"
                .formatted(RubyValue.className(left), RubyValue.className(right))));
  }

  private static OptionalInt order(Object left, Object right) {
    if (left instanceof String a && right instanceof String b) {
      return OptionalInt.of(Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray()));
    }
    if (left instanceof Number a && right instanceof Number b) {
      return OptionalInt.of(new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())));
    }
    if (left instanceof List<?> a && right instanceof List<?> b) {
      return byElements(a, b);
    }
    return left.equals(right) ? OptionalInt.of(0) : OptionalInt.empty();
  }

  private static OptionalInt byElements(List<?> left, List<?> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      OptionalInt order = order(left.get(i), right.get(i));
      if (order.isEmpty() || order.getAsInt() != 0) {
        return order;
      }
    }
    return OptionalInt.of(Integer.compare(left.size(), right.size()));
  }
}
