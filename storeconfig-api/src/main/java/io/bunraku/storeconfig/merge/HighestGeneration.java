// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The value of the higher generation; of two of one generation, the one with the greater digest.
 *
 * @param generation of a value
 * @param digest of a value's content
 * @param <T> what is merged
 */
public record HighestGeneration<T>(ToLongFunction<T> generation, Function<T, String> digest)
    implements Merge<T> {

  @Override
  public T merge(T a, T b) {
    int order = Long.compare(generation.applyAsLong(a), generation.applyAsLong(b));
    return Greater.of(a, b, order, digest);
  }
}
