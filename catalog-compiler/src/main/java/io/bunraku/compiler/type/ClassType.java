// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A class of the language as an entry of the catalog.
 *
 * @param className lower case, without leading colons; null for any
 * @param passed whether it was the value of a parameter, which only shows in its text
 */
public record ClassType(@Nullable String className, boolean passed) implements CatalogEntryFamily {

  /** As the language makes it. */
  public ClassType(@Nullable String className) {
    this(className, false);
  }

  /** Any class. */
  public static final ClassType DEFAULT = new ClassType(null);

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return false;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof ClassType o
        && (className == null || Objects.equals(className, o.className));
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClassType o && Objects.equals(className, o.className);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(className);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
