// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/**
 * A type that nobody knows.
 *
 * @param typeString as written
 */
public record TypeReferenceType(String typeString) implements PuppetType {

  /** What a type is while it is not resolved. */
  public static final TypeReferenceType UNRESOLVED = new TypeReferenceType("UnresolvedReference");

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return false;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return equals(other);
  }

  @Override
  public PuppetType unparameterized() {
    return UNRESOLVED;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
