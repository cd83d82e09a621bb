// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two kinds of error: those that users see as they are, and misuse, which takes a position. */
final class LookupErrors {

  private LookupErrors() {}

  /** Puppet's {@code LookupError}: shown as it is, without the position of the call. */
  static EvaluationException error(String message) {
    return EvaluationException.preformatted(message, null);
  }

  /** A {@code LookupError} of an issue. */
  static EvaluationException issue(String code, String message) {
    return EvaluationException.preformatted(message, code);
  }

  /** A {@code LookupError} that shows a file and perhaps a line. */
  static EvaluationException inFile(
      @Nullable String code, String message, @Nullable String file, int line) {
    return EvaluationException.preformatted(message + Site.location(file, line, 0), code);
  }

  /** {@code a, b, or c}. */
  static String combined(List<String> words) {
    return String.join(", ", words.subList(0, words.size() - 1)) + ", or " + words.getLast();
  }
}
