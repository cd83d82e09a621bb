// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.type.CatalogEntryFamily;
import io.bunraku.compiler.type.CatalogEntryType;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.TypeInference;
import io.bunraku.compiler.type.TypeType;
import org.jspecify.annotations.Nullable;

/** What evaluation asks of types that are values. */
final class TypeLabels {

  private TypeLabels() {}

  static String of(PuppetType type) {
    boolean titled = type instanceof ResourceType resource && resource.title() != null;
    return titled ? type + " Resource-Reference" : type + "-Type";
  }

  /** The type of a value, without what tells single values apart. */
  static String generalizedTypeOf(Object value) {
    return TypeInference.infer(value).generalize().toString();
  }

  /** The class that a reference names, or null. */
  static @Nullable String classNameOf(Object value) {
    return value instanceof ClassType type ? type.className() : null;
  }

  /** The type of resources that a reference without title names, or null. */
  static @Nullable String untitledResourceTypeNameOf(Object value) {
    return value instanceof ResourceType type && type.title() == null ? type.typeName() : null;
  }

  /** The same, {@code Class} included. */
  static @Nullable String untitledTypeNameOf(Object value) {
    return value instanceof ClassType type && type.className() == null
        ? "class"
        : untitledResourceTypeNameOf(value);
  }

  static boolean isResourceReference(Object value) {
    return value instanceof ResourceType type && !"class".equals(type.typeName());
  }

  /** A reference to what a catalog holds, or the type of such references. */
  static boolean isCatalogEntry(Object value) {
    return switch (value) {
      case CatalogEntryFamily entry -> true;
      case TypeType type when type.type() != null ->
          CatalogEntryType.CATALOG_ENTRY.isAssignable(type.type());
      case PuppetType type -> CatalogEntryType.CATALOG_ENTRY.isAssignable(type);
      default -> false;
    };
  }

  static boolean isType(Object value) {
    return value instanceof PuppetType;
  }
}
