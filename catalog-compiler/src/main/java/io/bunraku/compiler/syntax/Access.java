// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/** Reading a variable, an element or a member. */
public sealed interface Access extends Expression {

  /**
   * {@code $name}; {@code expr} is a {@code QualifiedName}, of digits for a match variable. In rare
   * interpolations it is a {@code LiteralInteger}, or a boolean that the checker refuses.
   */
  record VariableExpression(Expression expr, int offset, int length) implements Access {}

  /** {@code left[keys]}. */
  record AccessExpression(Expression left, List<Expression> keys, int offset, int length)
      implements Access {
    public AccessExpression {
      keys = List.copyOf(keys);
    }
  }

  /** {@code left.right} where it is not called: the functor of a method call. */
  record NamedAccessExpression(Expression left, Expression right, int offset, int length)
      implements Access {}
}
