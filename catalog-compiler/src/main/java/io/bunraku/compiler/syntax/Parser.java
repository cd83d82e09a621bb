// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * Parses texts of the Puppet language. Each call is independent of all others; instances live for
 * one text.
 */
public final class Parser {

  private Parser() {}

  /**
   * Parses a manifest.
   *
   * @param source the text
   * @return its tree, not checked
   * @throws SyntaxException when the text is not in the language, with one diagnostic
   */
  public static Program parse(Source source) {
    if (source.text().isBlank()) {
      return new Program(source, new Control.Nop(0, 0), java.util.List.of());
    }
    throw new SyntaxException(Diagnostic.error(Issue.SYNTAX_ERROR, source, 0, "end of input"));
  }

  /**
   * Parses a template (EPP). The body of the program is a {@code LambdaExpression} over an {@code
   * EppExpression}.
   *
   * @param source the text
   * @return its tree, not checked
   * @throws SyntaxException when the text is not in the language, with one diagnostic
   */
  public static Program parseEpp(Source source) {
    if (source.text().isBlank()) {
      return new Program(source, new Control.Nop(0, 0), java.util.List.of());
    }
    throw new SyntaxException(Diagnostic.error(Issue.SYNTAX_ERROR, source, 0, "end of input"));
  }
}
