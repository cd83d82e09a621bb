// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/**
 * A whole file: its tree and, apart, the definitions in it in the order of the text, nested ones
 * included.
 *
 * @param source the text that offsets refer to
 * @param body what is evaluated when the file is; a {@code Nop} for an empty file
 * @param definitions all definitions, with their full names
 */
public record Program(Source source, Expression body, List<Definition> definitions) {

  public Program {
    definitions = List.copyOf(definitions);
  }
}
