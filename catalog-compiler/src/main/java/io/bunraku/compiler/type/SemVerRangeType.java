// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.SemVerRange;
import org.jspecify.annotations.Nullable;

/** Ranges of versions. */
public record SemVerRangeType() implements ScalarFamily {

  /** The type. */
  public static final SemVerRangeType SEM_VER_RANGE = new SemVerRangeType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof SemVerRange;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof SemVerRangeType;
  }

  @Override
  public PuppetType unparameterized() {
    return SEM_VER_RANGE;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
