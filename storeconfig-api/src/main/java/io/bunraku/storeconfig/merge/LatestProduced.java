// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The value that was produced later; of two of one millisecond, the one with the greater digest.
 *
 * @param produced of a value, in milliseconds since 1970
 * @param digest of a value's content
 * @param <T> what is merged
 */
public record LatestProduced<T>(ToLongFunction<T> produced, Function<T, String> digest)
    implements Merge<T> {

  @Override
  public T merge(T a, T b) {
    int order = Long.compare(produced.applyAsLong(a), produced.applyAsLong(b));
    return Greater.of(a, b, order, digest);
  }
}
