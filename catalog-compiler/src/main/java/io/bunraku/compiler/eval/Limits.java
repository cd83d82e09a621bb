// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import java.time.Duration;

/**
 * What one compile may use before it ends in an error.
 *
 * @param callDepth how deep calls of functions and lambdas may be nested
 * @param nesting how deep expressions, those of all running calls together, may be nested; one
 *     level needs some 600 bytes of stack
 * @param steps how many nodes may be evaluated
 * @param wallClock how long evaluation may take
 */
public record Limits(int callDepth, int nesting, long steps, Duration wallClock) {

  /** For a stack of 64 MB and more: far above what Ruby's own stack allows. */
  public static final Limits DEFAULT =
      new Limits(4000, 50_000, 2_000_000_000L, Duration.ofMinutes(5));
}
