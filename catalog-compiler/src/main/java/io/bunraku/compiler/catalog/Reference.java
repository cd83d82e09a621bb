// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.TypeType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a reference to a class or resource says, taken apart.
 *
 * @param typeName lower case without leading colons, {@code class} for classes; null when
 *     unspecific
 * @param title the title, or null when unspecific
 */
record Reference(@Nullable String typeName, @Nullable String title) {

  /** The reference that a value is, or null when it is something else. */
  static @Nullable Reference of(Object value) {
    PuppetType type = value instanceof TypeType meta && meta.type() != null ? meta.type() : null;
    Object entry = type == null ? value : type;
    if (entry instanceof ClassType it) {
      return new Reference("class", withoutColons(it.className()));
    }
    if (entry instanceof ResourceType it) {
      return of(it);
    }
    return null;
  }

  private static Reference of(ResourceType it) {
    String name = withoutColons(it.typeName());
    if ("class".equalsIgnoreCase(name)) {
      return new Reference("class", withoutColons(it.title()));
    }
    return new Reference(
        name == null ? null : name.toLowerCase(Locale.ROOT), it.title() == null ? "" : it.title());
  }

  private static @Nullable String withoutColons(@Nullable String name) {
    return name == null ? null : Names.withoutColons(name);
  }

  boolean isClass() {
    return "class".equals(typeName);
  }

  /** The type value of a resource. */
  static ResourceType to(CatalogResource resource) {
    return new ResourceType(resource.type(), resource.title());
  }
}
