// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.syntax.Children;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.syntax.Source;

/** The text that an expression and all that it is made of was written in. */
final class SourceText {

  private int start = Integer.MAX_VALUE;
  private int end;

  private SourceText() {}

  static String of(Expression expression, Source source) {
    SourceText range = new SourceText();
    range.include(expression);
    String text = source.text();
    int end = Math.min(range.end, text.length());
    return text.substring(Math.min(range.start, end), end);
  }

  private void include(Positioned node) {
    start = Math.min(start, node.offset());
    end = Math.max(end, node.offset() + node.length());
    Children.of(node, this::include);
  }
}
