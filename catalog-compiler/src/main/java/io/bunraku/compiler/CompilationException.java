// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A compile that failed, with the words that Puppet would use. */
public final class CompilationException extends Exception {

  private final @Nullable String issueCode;
  private final @Nullable String file;
  private final int line;
  private final int column;
  private final List<LogEntry> logs;

  /**
   * Creates the failure.
   *
   * @param message the whole message, position and {@code on node X} included
   * @param issueCode Puppet's issue code, or null
   * @param file logical path, or null
   * @param line from 1, or 0 when unknown
   * @param column from 1, or 0 when unknown
   * @param logs what was logged until then
   */
  public CompilationException(
      String message,
      @Nullable String issueCode,
      @Nullable String file,
      int line,
      int column,
      List<LogEntry> logs) {
    super(message);
    this.issueCode = issueCode;
    this.file = file;
    this.line = line;
    this.column = column;
    this.logs = List.copyOf(logs);
  }

  /** Puppet's issue code, or null. */
  public @Nullable String issueCode() {
    return issueCode;
  }

  /** Logical path of the file, or null. */
  public @Nullable String file() {
    return file;
  }

  /** Line from 1, or 0 when unknown. */
  public int line() {
    return line;
  }

  /** Column from 1, or 0 when unknown. */
  public int column() {
    return column;
  }

  /** What was logged until the failure. */
  public List<LogEntry> logs() {
    return logs;
  }
}
