// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.type.PuppetType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way to call a function: its parameters with resolved types, and what it does. */
final class Dispatch {

  private final int minimum;
  private final int maximum;

  /** Type of each parameter; null stands for Any, so that it costs nothing. */
  private final @Nullable PuppetType[] types;

  private final BlockParam block;
  private final FunctionBody body;

  Dispatch(
      int minimum, int maximum, @Nullable PuppetType[] types, BlockParam block, FunctionBody body) {
    this.minimum = minimum;
    this.maximum = maximum;
    this.types = types;
    this.block = block;
    this.body = body;
  }

  boolean accepts(List<Object> arguments, @Nullable PuppetLambda lambda) {
    int size = arguments.size();
    return size >= minimum
        && size <= maximum
        && block.acceptsArity(lambda)
        && acceptsTypes(arguments, size)
        && block.acceptsType(lambda);
  }

  private boolean acceptsTypes(List<Object> arguments, int size) {
    for (int i = 0; i < size; i++) {
      PuppetType type = types[Math.min(i, types.length - 1)];
      if (type != null && !type.isInstance(arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  Object call(CallContext context, List<Object> arguments, @Nullable PuppetLambda lambda) {
    return body.call(context, arguments, lambda);
  }
}
