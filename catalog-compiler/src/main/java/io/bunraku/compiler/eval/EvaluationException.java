// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import org.jspecify.annotations.Nullable;

/**
 * An error of evaluation. Stackless: its story is told by the message and position.
 *
 * <p>Three kinds meet in {@link Evaluator#evaluate}: a <em>positioned</em> one passes outward
 * untouched; one without position but with an issue code takes the position of the innermost
 * evaluated node; one with neither is also prefixed with that node's label ("Error while evaluating
 * a Function Call, ...").
 */
public final class EvaluationException extends RuntimeException {

  private final @Nullable String issueCode;
  private final @Nullable Site site;
  private final boolean columnKnown;
  private final boolean preformatted;
  private final boolean nodeNamed;

  /**
   * Creates an error.
   *
   * @param message Puppet's wording, without position
   * @param issueCode Puppet's issue code, or null
   * @param site where, or null when not known yet
   */
  public EvaluationException(String message, @Nullable String issueCode, @Nullable Site site) {
    this(message, issueCode, site, true, false, true);
  }

  /** Creates an error without code and position. */
  public EvaluationException(String message) {
    this(message, null, null, true, false, true);
  }

  private EvaluationException(
      String message,
      @Nullable String issueCode,
      @Nullable Site site,
      boolean columnKnown,
      boolean preformatted,
      boolean nodeNamed) {
    super(message, null, false, false);
    this.nodeNamed = nodeNamed;
    this.issueCode = issueCode;
    this.site = site;
    this.columnKnown = columnKnown;
    this.preformatted = preformatted;
  }

  /** An error whose position shows file and line only, as Puppet's resource and scope errors do. */
  public static EvaluationException atLine(String message, @Nullable String issueCode, Site site) {
    return new EvaluationException(message, issueCode, site, false, false, true);
  }

  /** An error that is shown as it is: it passes outward untouched and has no position. */
  public static EvaluationException preformatted(String message, @Nullable String issueCode) {
    return new EvaluationException(message, issueCode, null, false, true, true);
  }

  /** An error of the finished catalog, whose message does not name the node. */
  public static EvaluationException ofCatalog(
      String message, @Nullable String issueCode, @Nullable Site site) {
    return new EvaluationException(message, issueCode, site, false, true, false);
  }

  /** Whether the message is to name the node. */
  public boolean isNodeNamed() {
    return nodeNamed;
  }

  /** Whether the message is complete without any position. */
  public boolean isPreformatted() {
    return preformatted;
  }

  /** Puppet's issue code, or null. */
  public @Nullable String issueCode() {
    return issueCode;
  }

  /** Where, or null when not known yet. */
  public @Nullable Site site() {
    return site;
  }

  /** Whether the position shows its column. */
  public boolean columnKnown() {
    return columnKnown;
  }

  /**
   * The message and the position as Puppet writes it: {@code msg (file: F, line: 1, column: 2)}.
   */
  public String fullMessage() {
    String message = String.valueOf(getMessage());
    if (site == null) {
      return message;
    }
    return message + (columnKnown ? site.locationWithColumn() : site.location());
  }
}
