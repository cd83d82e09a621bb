// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/** Strings with interpolation, heredocs and templates. */
public sealed interface Text extends Expression {

  /** A double-quoted string: {@code LiteralString} and {@code TextExpression} segments. */
  record ConcatenatedString(List<Expression> segments, int offset, int length) implements Text {
    public ConcatenatedString {
      segments = List.copyOf(segments);
    }
  }

  /** The interpolation of an expression into a string. */
  record TextExpression(Expression expr, int offset, int length) implements Text {}

  /** A heredoc with its declared syntax (empty if none). */
  record HeredocExpression(String syntax, Expression text, int offset, int length)
      implements Text {}

  /** A whole template. */
  record EppExpression(boolean parametersSpecified, Expression body, int offset, int length)
      implements Text {}

  /** Literal text of a template. */
  record RenderStringExpression(String value, int offset, int length) implements Text {}

  /** {@code <%= expr %>}. */
  record RenderExpression(Expression expr, int offset, int length) implements Text {}
}
