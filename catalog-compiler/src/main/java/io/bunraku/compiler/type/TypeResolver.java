// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/** Finds the types that an environment defines; the loader fills this. */
@FunctionalInterface
public interface TypeResolver {

  /** Knows nothing: for code that only uses types that Puppet brings. */
  TypeResolver NONE = name -> null;

  /**
   * Finds a type that Puppet itself does not bring.
   *
   * <p>In this order, as in Puppet: a type alias or object type ({@link TypeAliasType}, {@link
   * ObjectType}), found by the autoload rules; then a resource type or define, as a {@link
   * ResourceType} without title whose name is the type's own lower-case name.
   *
   * @param name lower case, possibly qualified, without leading colons
   * @return the type, or null when nothing has that name
   */
  @Nullable PuppetType find(String name);
}
