// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A resource, or all resources of a type.
 *
 * @param typeName the resource type's name as given; equal in any case; null for all resources
 * @param title the title, or null for all
 * @param passed whether it was the value of a parameter, which only shows in its text
 */
public record ResourceType(@Nullable String typeName, @Nullable String title, boolean passed)
    implements CatalogEntryFamily {

  /** As the language makes it. */
  public ResourceType(@Nullable String typeName, @Nullable String title) {
    this(typeName, title, false);
  }

  /** All resources. */
  public static final ResourceType DEFAULT = new ResourceType(null, null);

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return false;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    if (!(other instanceof ResourceType o)) {
      return false;
    }
    return typeName == null
        || (typeName.equalsIgnoreCase(o.typeName) && (title == null || title.equals(o.title)));
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceType o
        && (typeName == null ? o.typeName == null : typeName.equalsIgnoreCase(o.typeName))
        && Objects.equals(title, o.title);
  }

  @Override
  public int hashCode() {
    return (typeName == null ? 0 : typeName.toLowerCase(Locale.ROOT).hashCode())
        ^ Objects.hashCode(title);
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
