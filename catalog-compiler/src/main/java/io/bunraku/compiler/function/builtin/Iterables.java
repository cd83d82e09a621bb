// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.type.EnumType;
import io.bunraku.compiler.type.IntegerType;
import io.bunraku.compiler.type.TypeAliasType;
import io.bunraku.compiler.type.UnitType;
import io.bunraku.compiler.value.PuppetIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What functions iterate over ({@code pops/types/iterable.rb}). */
final class Iterables {

  private Iterables() {}

  /** An iterator over any iterable value. */
  static PuppetIterator on(Object value) {
    PuppetIterator iterator = iterator(value);
    if (iterator == null) {
      throw new EvaluationException(
          "wrong argument type (" + PuppetView.rubyClass(value) + "; is not Iterable.");
    }
    return iterator;
  }

  private static @Nullable PuppetIterator iterator(Object value) {
    return switch (value) {
      case PuppetIterator iterator -> iterator;
      case List<?> list ->
          PuppetIterator.of(List.copyOf(list), false, () -> ElementTypes.ofList(list));
      case Map<?, ?> map -> PuppetIterator.of(entries(map), true, () -> ElementTypes.ofMap(map));
      case String text -> PuppetIterator.of(characters(text), false, () -> ElementTypes.CHARACTER);
      case Long number when number == 0 -> PuppetIterator.of(List.of(), false, () -> UnitType.UNIT);
      case Long number when number > 0 -> PuppetIterator.ofRange(0, number - 1);
      case IntegerType range -> ofRange(range);
      case EnumType type -> PuppetIterator.of(List.copyOf(type.values()), false, () -> type);
      case TypeAliasType alias -> iterator(alias.resolvedType());
      default -> null;
    };
  }

  private static @Nullable PuppetIterator ofRange(IntegerType range) {
    return range.from() instanceof Long from && range.to() instanceof Long to
        ? PuppetIterator.ofRange(from, to)
        : null;
  }

  /** The entries of a hash, each a list of key and value. */
  static List<Object> entries(Map<?, ?> map) {
    List<Object> entries = new ArrayList<>(map.size());
    map.forEach((key, value) -> entries.add(List.of(key, value)));
    return entries;
  }

  /** The characters of a string, each a string. */
  static List<Object> characters(String text) {
    List<Object> characters = new ArrayList<>(text.length());
    text.codePoints().forEach(c -> characters.add(Character.toString(c)));
    return characters;
  }
}
