// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import java.util.List;

/**
 * Makes one value of two concurrent ones. Each rule is commutative, associative and idempotent, so
 * the order in which masters meet siblings does not matter.
 *
 * @param <T> what is merged
 */
@FunctionalInterface
public interface Merge<T> {

  /** The one value that both become. */
  T merge(T a, T b);

  /** Merges a list that is not empty. */
  default T all(List<T> values) {
    T merged = values.get(0);
    for (T value : values.subList(1, values.size())) {
      merged = merge(merged, value);
    }
    return merged;
  }
}
