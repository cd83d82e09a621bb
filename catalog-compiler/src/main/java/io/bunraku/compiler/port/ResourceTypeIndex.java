// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.port;

import org.jspecify.annotations.Nullable;

/** Types of resources that are written in Ruby: Puppet's own, and those of modules. */
@FunctionalInterface
public interface ResourceTypeIndex {

  /** Knows none. */
  ResourceTypeIndex NONE = name -> null;

  /**
   * Finds a type.
   *
   * @param name lower case, without colons
   * @return its facts, or null when it is not known
   */
  @Nullable ResourceTypeInfo find(String name);
}
