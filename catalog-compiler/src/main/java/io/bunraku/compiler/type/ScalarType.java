// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.PuppetRegexp;
import io.bunraku.compiler.value.SemVer;
import io.bunraku.compiler.value.SemVerRange;
import io.bunraku.compiler.value.Timespan;
import io.bunraku.compiler.value.Timestamp;
import org.jspecify.annotations.Nullable;

/** All values that have no parts. */
public record ScalarType() implements ScalarFamily {

  /** The type. */
  public static final ScalarType SCALAR = new ScalarType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof String
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof PuppetRegexp
        || value instanceof SemVer
        || value instanceof SemVerRange
        || value instanceof Timespan
        || value instanceof Timestamp;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof ScalarFamily;
  }

  @Override
  public PuppetType unparameterized() {
    return SCALAR;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
