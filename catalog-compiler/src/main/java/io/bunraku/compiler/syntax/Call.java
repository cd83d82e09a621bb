// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls and lambdas. */
public sealed interface Call extends Expression {

  /**
   * {@code name(args)}, or a statement call without parentheses; the functor is a {@code
   * QualifiedName}, or a {@code QualifiedReference} for {@code Type(args)}.
   */
  record CallNamedFunctionExpression(
      boolean rvalRequired,
      Expression functor,
      List<Expression> arguments,
      @Nullable LambdaExpression lambda,
      int offset,
      int length)
      implements Call {
    public CallNamedFunctionExpression {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code left.name(args)}; the functor is a {@code NamedAccessExpression}. */
  record CallMethodExpression(
      boolean rvalRequired,
      Expression functor,
      List<Expression> arguments,
      @Nullable LambdaExpression lambda,
      int offset,
      int length)
      implements Call {
    public CallMethodExpression {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code |params| >> Type { body }}. */
  record LambdaExpression(
      List<Parameter> parameters,
      Expression body,
      @Nullable Expression returnType,
      int offset,
      int length)
      implements Call {
    public LambdaExpression {
      parameters = List.copyOf(parameters);
    }
  }
}
