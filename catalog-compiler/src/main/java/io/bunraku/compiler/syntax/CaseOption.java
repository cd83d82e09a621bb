// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/** An option of a case: any of the values leads to {@code thenExpr}. */
public record CaseOption(List<Expression> values, Expression thenExpr, int offset, int length)
    implements Positioned {

  public CaseOption {
    values = List.copyOf(values);
  }
}
