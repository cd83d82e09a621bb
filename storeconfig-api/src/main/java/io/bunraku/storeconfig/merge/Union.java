// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All entries of both maps; what both have is merged by another rule.
 *
 * @param same merges two values of one key
 * @param <K> the keys
 * @param <V> the values
 */
public record Union<K extends Comparable<K>, V>(Merge<V> same) implements Merge<Map<K, V>> {

  @Override
  public Map<K, V> merge(Map<K, V> a, Map<K, V> b) {
    Map<K, V> merged = new TreeMap<>(a);
    b.forEach((key, value) -> merged.merge(key, value, same::merge));
    return Collections.unmodifiableMap(merged);
  }
}
