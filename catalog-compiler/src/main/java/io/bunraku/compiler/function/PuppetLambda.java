// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.type.TypedValue;
import java.util.List;
import java.util.Map;

/** A lambda, bound to the scope where it stands. */
public interface PuppetLambda extends TypedValue {

  /** Calls the lambda, arguments checked against its parameters' types. */
  Object call(List<Object> arguments);

  /**
   * Calls the lambda with arguments by name; parameters without an argument take their defaults.
   *
   * @param enforceParameters whether only declared parameters are allowed and types are checked;
   *     else the arguments become variables as they are
   */
  Object callByName(Map<String, Object> arguments, boolean enforceParameters);

  /** The parameters as written. */
  List<Parameter> parameters();

  /** How many arguments must be given. */
  int minimumArity();

  /** How many arguments can be given; {@code Integer.MAX_VALUE} when the last captures the rest. */
  int maximumArity();
}
