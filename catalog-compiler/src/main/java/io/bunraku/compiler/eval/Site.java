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
}
