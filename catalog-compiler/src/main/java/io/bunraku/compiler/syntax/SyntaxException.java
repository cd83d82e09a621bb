// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that is not a program: it does not parse, or the checker refuses it. Stackless, for it is
 * about the text and not about our code.
 */
public final class SyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Diagnostic summary;
  private final transient List<Diagnostic> diagnostics;
  private final transient List<Diagnostic> warnings;

  /** Creates the exception for one error. */
  public SyntaxException(Diagnostic error) {
    this(error, List.of(error));
  }

  /**
   * Creates the exception for several errors.
   *
   * @param summary what Puppet would raise; its message says how many errors were logged
   * @param diagnostics all errors, in the order in which they were found
   */
  public SyntaxException(Diagnostic summary, List<Diagnostic> diagnostics) {
    this(summary, diagnostics, List.of());
  }

  /**
   * Creates the exception for errors in a text of which something was to be warned of too.
   *
   * @param summary what Puppet would raise
   * @param diagnostics all errors, in the order in which they were found
   * @param warnings what is logged before the errors
   */
  public SyntaxException(
      Diagnostic summary, List<Diagnostic> diagnostics, List<Diagnostic> warnings) {
    super(summary.fullMessage(), null, false, false);
    this.summary = summary;
    this.diagnostics = List.copyOf(diagnostics);
    this.warnings = List.copyOf(warnings);
  }

  /** All errors, in the order in which they were found; at least one. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** What was found before the errors, to be logged although nothing is evaluated. */
  public List<Diagnostic> warnings() {
    return warnings;
  }

  /** This error after those of some warnings that are about text before it. */
  SyntaxException after(List<Diagnostic> found) {
    return new SyntaxException(summary, diagnostics, found.stream().filter(this::isAfter).toList());
  }

  private boolean isAfter(Diagnostic warning) {
    return line() == 0
        || warning.line() < line()
        || (warning.line() == line() && warning.column() < column());
  }

  /** Puppet's message without position. */
  public String basicMessage() {
    return summary.message();
  }

  /** Puppet's issue code, or null. */
  public @Nullable String issueCode() {
    return summary.issueCode();
  }

  /** Logical path of the file, or null. */
  public @Nullable String file() {
    return summary.file();
  }

  /** Line from 1, or 0 when unknown. */
  public int line() {
    return summary.line();
  }

  /** Column from 1, or 0 when unknown. */
  public int column() {
    return summary.column();
  }
}
