// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Source;

/** The text that an expression was written in. */
final class SourceText {

  private SourceText() {}

  static String of(Expression expression, Source source) {
    String text = source.text();
    int end = Math.min(end(expression), text.length());
    return text.substring(Math.min(start(expression), end), end);
  }

  private static int start(Expression expression) {
    return expression instanceof AccessExpression access
        ? Math.min(access.offset(), start(access.left()))
        : expression.offset();
  }

  private static int end(Expression expression) {
    int end = expression.offset() + expression.length();
    if (expression instanceof AccessExpression access) {
      end = Math.max(end, end(access.left()));
      for (Expression key : access.keys()) {
        end = Math.max(end, end(key));
      }
    }
    return end;
  }
}
