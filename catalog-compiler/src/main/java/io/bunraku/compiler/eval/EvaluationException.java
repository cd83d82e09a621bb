// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import org.jspecify.annotations.Nullable;

/**
 * An error of evaluation. Stackless: its story is told by the message and position. Without a
 * position it takes that of the innermost evaluated node on its way out, and the node's label; with
 * one it passes outward untouched.
 */
public final class EvaluationException extends RuntimeException {

  private final @Nullable String issueCode;
  private final @Nullable String file;
  private final int line;
  private final int column;

  /**
   * Creates an error with a position.
   *
   * @param message Puppet's wording, without position
   * @param issueCode Puppet's issue code, or null
   * @param file logical path, or null
   * @param line from 1, or 0 when unknown
   * @param column from 1, or 0 when unknown
   */
  public EvaluationException(
      String message, @Nullable String issueCode, @Nullable String file, int line, int column) {
    super(message, null, false, false);
    this.issueCode = issueCode;
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** Creates an error; without a site it is not positioned yet. */
  public EvaluationException(String message, @Nullable String issueCode, @Nullable Site site) {
    this(
        message,
        issueCode,
        site == null ? null : site.file(),
        site == null ? 0 : site.line(),
        site == null ? 0 : site.column());
  }

  /** Creates an error without code and position. */
  public EvaluationException(String message) {
    this(message, null, null);
  }

  /** Whether it has a position, and so passes outward untouched. */
  public boolean isPositioned() {
    return file != null || line > 0;
  }

  /** The message followed by its position: {@code (file: F, line: 1, column: 2)}. */
  public String fullMessage() {
    return getMessage() + Locations.suffix(file, line, column);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /** Puppet's issue code, or null. */
  public @Nullable String issueCode() {
    return issueCode;
  }

  /** Logical path, or null when not known. */
  public @Nullable String file() {
    return file;
  }

  /** Line from 1, or 0. */
  public int line() {
    return line;
  }

  /** Column from 1, or 0. */
  public int column() {
    return column;
  }
}
