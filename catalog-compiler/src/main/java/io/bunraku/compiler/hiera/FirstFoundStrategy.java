// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The first place that has a value wins. */
final class FirstFoundStrategy extends MergeStrategy {

  /** When no strategy was asked for. */
  static final FirstFoundStrategy DEFAULT = new FirstFoundStrategy("default");

  /** When {@code first} was asked for. */
  static final FirstFoundStrategy FIRST = new FirstFoundStrategy("first");

  private final String key;

  private FirstFoundStrategy(String key) {
    this.key = key;
  }

  @Override
  String key() {
    return key;
  }

  @Override
  Object merge(Object first, Object second) {
    return first;
  }

  @Override
  <T> @Nullable Object lookup(List<T> places, Function<T, @Nullable Object> read) {
    for (T place : places) {
      Object value = read.apply(place);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
