// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import org.jspecify.annotations.Nullable;

/** Errors as the catalog raises them. */
final class Errors {

  private Errors() {}

  /** An error that shows file and line, or takes the position of what is evaluated if unknown. */
  static EvaluationException at(@Nullable Site site, String message) {
    return site == null
        ? new EvaluationException(message)
        : EvaluationException.atLine(message, null, site);
  }
}
