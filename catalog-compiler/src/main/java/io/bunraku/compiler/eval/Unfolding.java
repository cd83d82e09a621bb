// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.value.PuppetIterator;
import io.bunraku.compiler.value.Undef;
import java.util.List;
import java.util.Map;

/** The operator {@code *} before a value. */
final class Unfolding {

  private Unfolding() {}

  /** The elements of a collection; a single value is its own only element, undef has none. */
  static List<?> toList(Object value) {
    return switch (value) {
      case Undef undef -> List.of();
      case List<?> list -> list;
      case Map<?, ?> map -> CollectionOperations.entries(map);
      case PuppetIterator iterator -> iterator.toList();
      default -> List.of(value);
    };
  }
}
