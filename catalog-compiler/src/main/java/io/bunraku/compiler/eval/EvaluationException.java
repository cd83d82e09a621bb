// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import org.jspecify.annotations.Nullable;

/**
 * An error of evaluation. Stackless: its story is told by the message and position. Without a
 * position it takes that of the innermost evaluated node on its way out.
 */
public final class EvaluationException extends RuntimeException {

  private final @Nullable String issueCode;
  private final @Nullable Site site;

  /**
   * Creates an error.
   *
   * @param message Puppet's wording, without position
   * @param issueCode Puppet's issue code, or null
   * @param site where, or null when not known yet
   */
  public EvaluationException(String message, @Nullable String issueCode, @Nullable Site site) {
    super(message, null, false, false);
    this.issueCode = issueCode;
    this.site = site;
  }

  /** Creates an error without code and position. */
  public EvaluationException(String message) {
    this(message, null, null);
  }

  /** Puppet's issue code, or null. */
  public @Nullable String issueCode() {
    return issueCode;
  }

  /** Where, or null when not known yet. */
  public @Nullable Site site() {
    return site;
  }
}
