// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.type.PuppetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a function is called from. */
public interface CallContext {

  /** The calling scope; {@code scope().compilation()} leads to everything else of the compile. */
  Scope scope();

  /** The position of the call. */
  Site site();

  /**
   * Reads a type that may be one of the calling code's environment.
   *
   * @param text as types are written
   */
  PuppetType parseType(String text);

  /**
   * Calls another function by name, through the loader of the calling code.
   *
   * @param name full name
   * @param arguments values of the language
   * @param block a lambda, or null
   * @return the value
   */
  Object callFunction(String name, List<Object> arguments, @Nullable PuppetLambda block);
}
