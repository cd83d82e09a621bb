// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text of the language and where it came from. The logical path is what catalogs and messages
 * show and is the same on all masters and generations; the physical one is where the bytes were
 * read.
 */
public final class Source {

  private final @Nullable String logicalPath;
  private final @Nullable Path physicalPath;
  private final String text;
  private final int[] lineStarts;

  /**
   * Creates a source.
   *
   * @param logicalPath the path to show, or null for code that is in no file
   * @param physicalPath the file that was read, or null
   * @param text the whole text
   */
  public Source(@Nullable String logicalPath, @Nullable Path physicalPath, String text) {
    this.logicalPath = logicalPath;
    this.physicalPath = physicalPath;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /** Returns the path that catalogs and messages show, or null for code that is in no file. */
  public @Nullable String logicalPath() {
    return logicalPath;
  }

  /** Returns the file that was read, or null. */
  public @Nullable Path physicalPath() {
    return physicalPath;
  }

  /** Returns the whole text. */
  public String text() {
    return text;
  }

  /** Returns the line of an offset, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns the column of an offset, from 1, in characters as Ruby counts them. */
  public int column(int offset) {
    int start = lineStarts[line(offset) - 1];
    return text.codePointCount(start, Math.min(Math.max(offset, start), text.length())) + 1;
  }

  private static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '\n').map(i -> i + 1))
        .toArray();
  }
}
