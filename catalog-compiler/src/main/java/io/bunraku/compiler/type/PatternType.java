// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Strings that one of some expressions matches.
 *
 * @param patterns the expressions; none for any string
 */
public record PatternType(List<RegexpType> patterns) implements ScalarDataFamily {

  /** All patterns. */
  public static final PatternType DEFAULT = new PatternType(List.of());

  public PatternType {
    patterns = List.copyOf(patterns);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof String text && matches(text);
  }

  private boolean matches(String text) {
    for (RegexpType pattern : patterns) {
      if (pattern.effectiveRegexp().isMatch(text)) {
        return true;
      }
    }
    return patterns.isEmpty();
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (equals(other)) {
      return true;
    }
    return switch (other) {
      case StringType o -> {
        String value = o.value();
        yield value == null ? patterns.isEmpty() : matches(value);
      }
      case EnumType o ->
          o.values().isEmpty() ? patterns.isEmpty() : o.values().stream().allMatch(this::matches);
      case PatternType o -> patterns.isEmpty();
      default -> false;
    };
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    return List.copyOf(patterns);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PatternType o
        && patterns.size() == o.patterns.size()
        && Set.copyOf(o.patterns).containsAll(patterns);
  }

  @Override
  public int hashCode() {
    return new HashSet<>(patterns).hashCode();
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
