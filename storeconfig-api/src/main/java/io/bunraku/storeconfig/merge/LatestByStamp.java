// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import io.bunraku.storeconfig.model.Stamp;
import java.util.function.Function;

/**
 * The value with the greater stamp; of two with one stamp, the one with the greater digest.
 *
 * @param stamp of a value
 * @param digest of a value's content
 * @param <T> what is merged
 */
public record LatestByStamp<T>(Function<T, Stamp> stamp, Function<T, String> digest)
    implements Merge<T> {

  @Override
  public T merge(T a, T b) {
    int order = stamp.apply(a).compareTo(stamp.apply(b));
    return Greater.of(a, b, order, digest);
  }
}
