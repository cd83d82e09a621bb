// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.function.FunctionBody;
import io.bunraku.compiler.function.FunctionBuilder;
import io.bunraku.compiler.function.PuppetFunction;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Collects the declarations of functions; each is resolved when it is first looked for. */
final class Registry {

  private final Map<String, Supplier<PuppetFunction>> suppliers = new TreeMap<>();

  /** Declares a function with dispatches. */
  void define(String name, UnaryOperator<FunctionBuilder> declaration) {
    suppliers.put(name, () -> declaration.apply(new FunctionBuilder(name)).build());
  }

  /** Declares a function of the old API that has a value. */
  void legacy(String name, int arity, FunctionBody body) {
    suppliers.put(name, () -> FunctionBuilder.legacy(name, arity, true, body));
  }

  /** Declares a function of the old API that is a statement. */
  void legacyStatement(String name, int arity, FunctionBody body) {
    suppliers.put(name, () -> FunctionBuilder.legacy(name, arity, false, body));
  }

  Map<String, Supplier<PuppetFunction>> suppliers() {
    return suppliers;
  }
}
