// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;

/** Turns a text into a tree. */
@FunctionalInterface
public interface ProgramParser {

  /**
   * Parses a text.
   *
   * @throws RuntimeException the parser's own syntax error
   */
  Program parse(Source source);
}
