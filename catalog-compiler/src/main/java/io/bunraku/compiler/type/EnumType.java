// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strings from a list.
 *
 * @param values the strings, sorted; none for any
 * @param caseInsensitive whether the case of ASCII letters is ignored
 */
public record EnumType(List<String> values, boolean caseInsensitive) implements ScalarDataFamily {

  /** All enumerations. */
  public static final EnumType DEFAULT = new EnumType(List.of(), false);

  public EnumType {
    values = values.stream().distinct().sorted(CodePointOrder.INSTANCE).toList();
  }

  /** An enumeration where case matters. */
  public static EnumType of(String... values) {
    return new EnumType(List.of(values), false);
  }

  @Override
  public boolean isInstance(Object o, @Nullable Guard guard) {
    return o instanceof String text && contains(text);
  }

  private boolean contains(String text) {
    if (!caseInsensitive) {
      return values.contains(text);
    }
    for (String value : values) {
      if (Values.equalIgnoringAsciiCase(value, text)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (values.isEmpty()
        && (other instanceof StringType
            || other instanceof EnumType
            || other instanceof PatternType)) {
      return true;
    }
    return switch (other) {
      case StringType o -> {
        String value = o.value();
        yield value != null && contains(value);
      }
      case EnumType o ->
          !o.values.isEmpty()
              && (caseInsensitive || !o.caseInsensitive)
              && o.values.stream().allMatch(this::contains);
      default -> false;
    };
  }

  /** The range of the strings' lengths. */
  IntegerType lengths() {
    long min = Long.MAX_VALUE;
    long max = 0;
    for (String value : values) {
      min = Math.min(min, StringType.length(value));
      max = Math.max(max, StringType.length(value));
    }
    return IntegerType.of(min, max);
  }

  @Override
  public PuppetType generalize() {
    return values.isEmpty() ? StringType.DEFAULT : StringType.ofSize(lengths());
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return true;
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    return new IterableType(StringType.ofSize(IntegerType.exactly(1)));
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
