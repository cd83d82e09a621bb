// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the language: core, in Puppet language or in Ruby. Immutable and shared. */
public interface PuppetFunction {

  /** Full name, lower case. */
  String name();

  /**
   * Calls the function.
   *
   * @param context the calling compile, scope and position
   * @param arguments values of the language, never null
   * @param block the lambda of the call, or null
   * @return a value of the language; {@code Undef} where there is none
   */
  Object call(CallContext context, List<Object> arguments, @Nullable PuppetLambda block);

  /**
   * What a call would return, as far as the function's declaration tells.
   *
   * @param context as for the call
   * @param arguments values of the language
   */
  default DeclaredReturn declaredReturn(CallContext context, List<Object> arguments) {
    return DeclaredReturn.UNSAID;
  }
}
