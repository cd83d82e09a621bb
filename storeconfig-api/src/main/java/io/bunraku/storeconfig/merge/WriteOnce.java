// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.merge;

import java.util.function.Function;

/**
 * For content that is written once: both are the same, or, where two writers disagreed, the one
 * with the lesser digest on every master.
 *
 * @param digest of a value's content
 * @param <T> what is merged
 */
public record WriteOnce<T>(Function<T, String> digest) implements Merge<T> {

  @Override
  public T merge(T a, T b) {
    return digest.apply(a).compareTo(digest.apply(b)) <= 0 ? a : b;
  }
}
