// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Source;
import org.jspecify.annotations.Nullable;

/**
 * A position in code: cheap to carry, turned into line and column only when shown.
 *
 * @param source the text
 * @param offset from its start
 */
public record Site(Source source, int offset) {

  /** Logical path, or null for code that is in no file. */
  public @Nullable String file() {
    return source.logicalPath();
  }

  /** Line from 1. */
  public int line() {
    return source.line(offset);
  }

  /** Column from 1. */
  public int column() {
    return source.column(offset);
  }

  /** The position as messages end with it, a leading space included, without the column. */
  public String location() {
    return location(file(), line(), 0);
  }

  /** The position as messages end with it, a leading space and the column included. */
  public String locationWithColumn() {
    return location(file(), line(), column());
  }

  /**
   * Words a position as Puppet does.
   *
   * @param file logical path, or null
   * @param line from 1, or 0 when unknown
   * @param column from 1, or 0 when unknown
   * @return with a leading space; empty when nothing is known
   */
  public static String location(@Nullable String file, int line, int column) {
    StringBuilder text = new StringBuilder();
    append(text, "file: ", file == null || file.isEmpty() ? null : file);
    append(text, "line: ", line > 0 ? Integer.toString(line) : null);
    append(text, "column: ", column > 0 && line > 0 ? Integer.toString(column) : null);
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static void append(StringBuilder text, String label, @Nullable String value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : ", ").append(label).append(value);
    }
  }
}
