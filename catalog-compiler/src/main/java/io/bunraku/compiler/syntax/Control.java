// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/** Sequence and choice. */
public sealed interface Control extends Expression {

  /** Nothing: an empty block or template tag. */
  record Nop(int offset, int length) implements Control {}

  /** Statements in order; the last one gives the value. */
  record BlockExpression(List<Expression> statements, int offset, int length) implements Control {
    public BlockExpression {
      statements = List.copyOf(statements);
    }
  }

  /** {@code if}, and {@code elsif} as a nested one. */
  record IfExpression(
      Expression test, Expression thenExpr, Expression elseExpr, int offset, int length)
      implements Control {}

  /** {@code unless}. */
  record UnlessExpression(
      Expression test, Expression thenExpr, Expression elseExpr, int offset, int length)
      implements Control {}

  /** {@code case}. */
  record CaseExpression(Expression test, List<CaseOption> options, int offset, int length)
      implements Control {
    public CaseExpression {
      options = List.copyOf(options);
    }
  }

  /** {@code left ? { ... }}. */
  record SelectorExpression(Expression left, List<SelectorEntry> selectors, int offset, int length)
      implements Control {
    public SelectorExpression {
      selectors = List.copyOf(selectors);
    }
  }
}
