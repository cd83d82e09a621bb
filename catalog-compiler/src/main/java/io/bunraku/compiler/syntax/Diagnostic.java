// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import org.jspecify.annotations.Nullable;

/**
 * Something to tell about a source text.
 *
 * @param severity how bad it is
 * @param issueCode Puppet's issue code, or null for the few errors of the parser that have none
 * @param message Puppet's message, without position
 * @param file logical path, or null
 * @param line from 1, or 0 when unknown
 * @param column from 1, or 0 when unknown
 */
public record Diagnostic(
    Severity severity,
    @Nullable String issueCode,
    String message,
    @Nullable String file,
    int line,
    int column) {

  /** Creates a diagnostic about a position of a source, as an error. */
  public static Diagnostic error(Issue issue, Source source, int offset, Object... arguments) {
    return new Diagnostic(
        Severity.ERROR,
        issue.code(),
        issue.format(arguments),
        source.logicalPath(),
        source.line(offset),
        source.column(offset));
  }

  /** Returns the message followed by the position as Puppet's errors show it. */
  public String fullMessage() {
    return message + location();
  }

  private String location() {
    String position =
        line == 0 ? "" : column == 0 ? "line: " + line : "line: " + line + ", column: " + column;
    if (file == null) {
      return position.isEmpty() ? "" : " (" + position + ")";
    }
    return " (file: " + file + (position.isEmpty() ? "" : ", " + position) + ")";
  }
}
