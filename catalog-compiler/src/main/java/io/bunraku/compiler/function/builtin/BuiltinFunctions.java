// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.function.FunctionTable;
import io.bunraku.compiler.function.PuppetFunction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All functions that come with Puppet. Immutable: one instance serves all compiles. */
public final class BuiltinFunctions implements FunctionTable {

  private final Map<String, PuppetFunction> functions = Map.of();

  @Override
  public @Nullable PuppetFunction find(String name) {
    return functions.get(name);
  }
}
