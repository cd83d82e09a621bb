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
 * @param warnings what the lexer warned of, in the order of the text
 */
public record Program(
    Source source, Expression body, List<Definition> definitions, List<Diagnostic> warnings) {

  public Program {
    definitions = List.copyOf(definitions);
    warnings = List.copyOf(warnings);
  }

  /** Creates a program that the lexer had no warnings about. */
  public Program(Source source, Expression body, List<Definition> definitions) {
    this(source, body, definitions, List.of());
  }
}
