// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import java.util.function.Function;

/**
 * Chooses one of two values by an order, and where that ties, by digest: so the choice is total.
 */
final class Greater {

  private Greater() {}

  static <T> T of(T a, T b, int order, Function<T, String> digest) {
    int decided = order != 0 ? order : digest.apply(a).compareTo(digest.apply(b));
    return decided >= 0 ? a : b;
  }
}
