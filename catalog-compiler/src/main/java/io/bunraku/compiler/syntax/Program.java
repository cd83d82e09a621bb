// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;

/**
 * A whole file: its tree and, apart, the definitions in it, nested ones included.
 *
 * @param source the text that offsets refer to
 * @param body what is evaluated when the file is; a {@code Nop} for an empty file
 * @param definitions all definitions, with their full names; those inside others come before them
 * @param findings what lexer and parser found in what is a program all the same: warnings, and
 *     errors that the checker will report among its own
 */
public record Program(
    Source source, Expression body, List<Definition> definitions, List<Diagnostic> findings) {

  public Program {
    definitions = List.copyOf(definitions);
    findings = List.copyOf(findings);
  }

  /** Creates a program that the lexer had no warnings about. */
  public Program(Source source, Expression body, List<Definition> definitions) {
    this(source, body, definitions, List.of());
  }
}
