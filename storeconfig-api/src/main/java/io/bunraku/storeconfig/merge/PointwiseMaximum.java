// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import java.util.HashMap;
import java.util.Map;

/**
 * For each key the greater number of both maps.
 *
 * @param <K> the keys
 */
public record PointwiseMaximum<K>() implements Merge<Map<K, Long>> {

  @Override
  public Map<K, Long> merge(Map<K, Long> a, Map<K, Long> b) {
    Map<K, Long> merged = new HashMap<>(a);
    b.forEach((key, number) -> merged.merge(key, number, Math::max));
    return Map.copyOf(merged);
  }
}
