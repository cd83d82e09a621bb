// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.value.Undef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How what several places have of one key becomes one value. */
abstract sealed class MergeStrategy
    permits FirstFoundStrategy, HashMergeStrategy, UniqueMergeStrategy, DeepMergeStrategy {

  /**
   * The strategy of a name or of a hash with options.
   *
   * @param merge null or undef for none
   */
  static MergeStrategy of(@Nullable Object merge) {
    if (merge == null || merge == Undef.UNDEF) {
      return FirstFoundStrategy.DEFAULT;
    }
    if (!(merge instanceof Map<?, ?> hash)) {
      return named(merge, Map.of());
    }
    Object name = hash.get("strategy");
    if (name == null || name == Undef.UNDEF) {
      throw new RubyArgumentError(
          "The hash given as 'merge' must contain the name of a strategy in string form for the key 'strategy'");
    }
    return named(name, hash.size() == 1 ? Map.of() : hash);
  }

  private static MergeStrategy named(Object name, Map<?, ?> options) {
    return switch (String.valueOf(name)) {
      case "default" -> FirstFoundStrategy.DEFAULT;
      case "first" -> FirstFoundStrategy.FIRST.withOptions(options);
      case "hash" -> HashMergeStrategy.INSTANCE.withOptions(options);
      case "unique" -> UniqueMergeStrategy.INSTANCE.withOptions(options);
      case "deep" -> DeepMergeStrategy.checked(options);
      case "unconstrained_deep" -> DeepMergeStrategy.unconstrained(options, false);
      case "reverse_deep" -> DeepMergeStrategy.unconstrained(options, true);
      default -> throw new RubyArgumentError("Unknown merge strategy: '%s'".formatted(name));
    };
  }

  /** Checks options that hold nothing but the strategy's name. */
  MergeStrategy withOptions(Map<?, ?> options) {
    if (!options.isEmpty()) {
      LookupTypes.assertOptions(key(), options);
    }
    return this;
  }

  abstract String key();

  /** Merges two values, of which the first wins. */
  abstract Object merge(Object first, Object second);

  /** What the first of several values becomes before others are merged into it. */
  Object converted(Object value) {
    return value;
  }

  /** What the value of the only place becomes. */
  Object single(Object value) {
    return value;
  }

  /**
   * Merges what places have.
   *
   * @param places in order of priority
   * @param read gives a place's value, or null when it has none
   * @return the value, or null when no place has one
   */
  <T> @Nullable Object lookup(List<T> places, Function<T, @Nullable Object> read) {
    if (places.size() == 1) {
      Object only = read.apply(places.getFirst());
      return only == null ? null : single(only);
    }
    Object result = null;
    for (T place : places) {
      Object value = read.apply(place);
      if (value != null) {
        result = result == null ? converted(value) : merge(result, value);
      }
    }
    return result;
  }

  /** The same, told to who wants to know. */
  <T> @Nullable Object lookup(
      List<T> places, Invocation invocation, Function<T, @Nullable Object> read) {
    Explainer explainer = invocation.explainer();
    if (explainer == null || places.size() < 2 || this instanceof FirstFoundStrategy) {
      return lookup(places, read);
    }
    return explainer.within(
        Explanation.Kind.MERGE,
        key(),
        shownOptions(),
        () -> {
          Object merged = lookup(places, read);
          if (merged != null) {
            explainer.result(merged);
          }
          return merged;
        });
  }

  /** The options that were given, without the strategy's name; null when there are none. */
  @Nullable Map<?, ?> shownOptions() {
    return null;
  }

  static Map<Object, Object> copy(Map<?, ?> map) {
    return new LinkedHashMap<>(map);
  }
}
