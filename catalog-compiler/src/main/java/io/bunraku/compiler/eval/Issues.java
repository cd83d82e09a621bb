// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.LanguageOptions.Strict;
import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.syntax.Positioned;

/** Where errors and warnings of evaluation get their form. */
final class Issues {

  static final String RUNTIME_ERROR = "RUNTIME_ERROR";

  private Issues() {}

  /** An error with an issue code at a node. */
  static EvaluationException at(Scope scope, Positioned node, String code, String message) {
    return new EvaluationException("Evaluation Error: " + message, code, scope.site(node.offset()));
  }

  /** An error without code at a node: told to have happened while the node was evaluated. */
  static EvaluationException runtimeError(Scope scope, Positioned node, String detail) {
    return at(
        scope, node, RUNTIME_ERROR, "Error while evaluating " + Labels.anOf(node) + ", " + detail);
  }

  /** Gives an error that has no position yet that of the innermost evaluated node. */
  static EvaluationException positioned(EvaluationException e, Scope scope, Positioned node) {
    if (e.site() != null || e.isPreformatted()) {
      return e;
    }
    String message = String.valueOf(e.getMessage());
    String code = e.issueCode();
    return code == null ? runtimeError(scope, node, message) : at(scope, node, code, message);
  }

  /** Warns or fails as the setting {@code strict} says. */
  static void strict(Scope scope, Positioned node, String code, String message) {
    Strict strict = scope.compilation().request().options().strict();
    if (strict == Strict.ERROR) {
      throw at(scope, node, code, message);
    }
    if (strict == Strict.WARNING) {
      warn(scope, node, message);
    }
  }

  /** Warns of what has no effect because {@code storeconfigs} is off. */
  static void withoutStoreconfigs(Scope scope, Positioned node, String consequence) {
    if (!scope.compilation().storeconfigs()) {
      warn(
          scope,
          node,
          "You cannot collect exported resources without storeconfigs being set; the "
              + consequence);
    }
  }

  /** Logs a warning at a node. */
  static void warn(Scope scope, Positioned node, String message) {
    Site site = scope.site(node.offset());
    scope
        .compilation()
        .log()
        .accept(new LogEntry("warning", message, "Puppet", site.file(), site.line()));
  }
}
