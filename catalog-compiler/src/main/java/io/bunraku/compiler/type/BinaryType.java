// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Binary;
import org.jspecify.annotations.Nullable;

/** Sequences of bytes. */
public record BinaryType() implements PuppetType {

  /** The type. */
  public static final BinaryType BINARY = new BinaryType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof Binary;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof BinaryType;
  }

  @Override
  public PuppetType unparameterized() {
    return BINARY;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
