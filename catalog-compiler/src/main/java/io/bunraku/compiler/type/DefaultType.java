// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Default;
import org.jspecify.annotations.Nullable;

/** The type of {@code default}. */
public record DefaultType() implements PuppetType {

  /** The type. */
  public static final DefaultType DEFAULT = new DefaultType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value == Default.DEFAULT;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof DefaultType;
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
