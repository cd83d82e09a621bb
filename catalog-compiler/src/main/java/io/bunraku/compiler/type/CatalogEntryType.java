// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** Types of what a catalog holds: classes and resources. */
public record CatalogEntryType() implements CatalogEntryFamily {

  /** The type. */
  public static final CatalogEntryType CATALOG_ENTRY = new CatalogEntryType();

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return false;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof CatalogEntryFamily;
  }

  @Override
  public PuppetType unparameterized() {
    return CATALOG_ENTRY;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
