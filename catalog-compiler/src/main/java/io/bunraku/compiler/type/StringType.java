// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strings of a size, or one string.
 *
 * @param size number of code points, or null for any
 * @param value the only string, or null; never together with a size
 */
public record StringType(@Nullable IntegerType size, @Nullable String value)
    implements ScalarDataFamily {

  /** All strings. */
  public static final StringType DEFAULT = new StringType(null, null);

  /** All strings but the empty one. */
  public static final StringType NON_EMPTY = ofSize(IntegerType.NOT_EMPTY);

  public StringType {
    size = size == null ? null : size.toSize();
  }

  /** The type of one string. */
  public static StringType ofValue(String value) {
    return new StringType(null, value);
  }

  /** The type of strings of a size. */
  public static StringType ofSize(IntegerType size) {
    return new StringType(size, null);
  }

  static long length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public boolean isInstance(Object o, @Nullable Guard guard) {
    return o instanceof String text
        && (size == null || size.contains(length(text)))
        && (value == null || value.equals(text));
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return switch (other) {
      case StringType o -> acceptsString(o);
      case EnumType o -> acceptsEnum(o);
      case PatternType o -> value == null && (size == null || size.covers(IntegerType.POSITIVE));
      default -> false;
    };
  }

  private boolean acceptsString(StringType o) {
    return size == null ? value == null || value.equals(o.value) : size.covers(o.derivedSize());
  }

  private boolean acceptsEnum(EnumType o) {
    List<String> values = o.values();
    if (size == null) {
      return value == null || (values.size() == 1 && !o.caseInsensitive());
    }
    if (values.isEmpty()) {
      return size.covers(IntegerType.POSITIVE);
    }
    return size.covers(o.lengths());
  }

  IntegerType derivedSize() {
    if (size != null) {
      return size;
    }
    return value == null ? IntegerType.POSITIVE : IntegerType.exactly(length(value));
  }

  @Override
  public PuppetType generalize() {
    return DEFAULT;
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public List<PuppetType> children() {
    return size == null ? List.of() : List.of(size);
  }

  @Override
  public boolean isIterable(@Nullable Guard guard) {
    return true;
  }

  @Override
  public @Nullable IterableType iterableType(@Nullable Guard guard) {
    return new IterableType(ofSize(IntegerType.exactly(1)));
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
