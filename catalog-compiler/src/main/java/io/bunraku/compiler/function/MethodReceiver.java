// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value with methods of its own, which win over functions of the same name. */
public interface MethodReceiver {

  /** Whether the value has a method. */
  boolean hasMethod(String name);

  /**
   * Calls a method.
   *
   * @param name one that the value has
   * @param arguments without the receiver
   * @param block the lambda of the call, or null
   * @return a value of the language
   */
  Object callMethod(String name, List<Object> arguments, @Nullable PuppetLambda block);
}
