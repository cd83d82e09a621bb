// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dispatch does once its arguments are known to fit. */
@FunctionalInterface
public interface FunctionBody {

  /**
   * Does it.
   *
   * @param call where the call stands
   * @param arguments as many and of such types as the dispatch declares
   * @param block the lambda, or null where the dispatch allows that
   * @return a value of the language
   */
  Object call(CallContext call, List<Object> arguments, @Nullable PuppetLambda block);
}
