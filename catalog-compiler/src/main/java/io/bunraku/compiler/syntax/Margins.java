// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.Arrays;

/**
 * Where the text of a heredoc, from which the margin was cut, is in the text around it ({@code
 * SubLocator} in {@code puppet/pops/parser/locator.rb}).
 */
final class Margins {

  private final int start;
  private final boolean hasMargin;
  private final int[] lineStarts;
  private final int[] cutBefore;

  /**
   * Creates the mapping.
   *
   * @param start offset in the outer text of the first line
   * @param hasMargin whether the end tag has a bar
   * @param lineStarts offsets in the cut text of its lines
   * @param cutBefore how much was cut in all lines up to and including this one
   */
  Margins(int start, boolean hasMargin, int[] lineStarts, int[] cutBefore) {
    this.start = start;
    this.hasMargin = hasMargin;
    this.lineStarts = lineStarts;
    this.cutBefore = cutBefore;
  }

  /** Returns the offset in the whole file. */
  int toGlobal(int offset) {
    return start + offset + cut(offset);
  }

  private int cut(int offset) {
    if (!hasMargin || offset == 0 || cutBefore.length == 0) {
      return 0;
    }
    int found = Arrays.binarySearch(lineStarts, offset);
    int line = found >= 0 ? found : -found - 2;
    return cutBefore[Math.min(line, cutBefore.length - 1)];
  }
}
