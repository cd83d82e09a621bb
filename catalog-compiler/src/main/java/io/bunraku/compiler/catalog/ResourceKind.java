// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.port.ResourceTypeInfo;

/** What a type of resources is made of. */
sealed interface ResourceKind {

  /**
   * How catalogs show it.
   *
   * @param declared whether a resource expression made the resource; an included class has no kind
   */
  String label(boolean declared);

  /** Name of the type as references have it, lower case. */
  String typeName();

  /** A type that is written in Ruby. */
  record BuiltIn(ResourceTypeInfo info) implements ResourceKind {
    @Override
    public String label(boolean declared) {
      return "compilable_type";
    }

    @Override
    public String typeName() {
      return info.name();
    }
  }

  /** A class, define or node. */
  record Defined(CodeUnit unit) implements ResourceKind {
    @Override
    public String label(boolean declared) {
      return switch (unit.kind()) {
        case CLASS -> declared ? "class" : "unknown";
        case DEFINE -> "defined_type";
        case NODE -> "unknown";
      };
    }

    @Override
    public String typeName() {
      return switch (unit.kind()) {
        case CLASS -> "class";
        case DEFINE -> unit.name();
        case NODE -> "node";
      };
    }
  }
}
