// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import org.jspecify.annotations.Nullable;

/** The functions that come with Puppet, by name. */
@FunctionalInterface
public interface FunctionTable {

  /** Finds a function by its name, or null. */
  @Nullable PuppetFunction find(String name);
}
