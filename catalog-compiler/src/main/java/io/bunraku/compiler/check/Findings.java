// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Severity;
import io.bunraku.compiler.syntax.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * What the checks of one program share: what they found, and which nodes are around the one that is
 * checked.
 */
final class Findings {

  private final Source source;
  private final LanguageOptions options;
  private final boolean isTask;
  private final List<Diagnostic> found = new ArrayList<>();

  /** Errors of the parser that are to be told when the check comes to their node. */
  private final List<Diagnostic> pending = new ArrayList<>();

  private final List<Positioned> path = new ArrayList<>();

  Findings(Program program, LanguageOptions options, boolean isTask) {
    this.isTask = isTask;
    this.source = program.source();
    this.options = options;
    for (Diagnostic early : program.findings()) {
      (early.severity() == Severity.ERROR ? pending : found).add(early);
    }
  }

  List<Diagnostic> found() {
    return found;
  }

  Source source() {
    return source;
  }

  LanguageOptions options() {
    return options;
  }

  /** Whether the program is in the language with tasks. */
  boolean isTask() {
    return isTask;
  }

  /** The nodes around the one that is checked, outermost first; the program is not among them. */
  List<Positioned> path() {
    return path;
  }

  /** Tells what the parser found at a node. */
  void reportPending(Positioned node) {
    int line = source.line(node.offset());
    int column = source.column(node.offset());
    for (Diagnostic early : pending) {
      if (early.line() == line && early.column() == column) {
        found.add(early);
      }
    }
  }

  boolean hasPending() {
    return !pending.isEmpty();
  }

  void report(Issue issue, Positioned node, Object... arguments) {
    Severity severity = severity(issue);
    if (severity == Severity.IGNORE) {
      return;
    }
    Diagnostic error = Diagnostic.error(issue, source, node.offset(), arguments);
    found.add(
        new Diagnostic(
            severity,
            error.issueCode(),
            error.message(),
            error.file(),
            error.line(),
            error.column()));
  }

  private Severity severity(Issue issue) {
    return switch (issue) {
      case FUTURE_RESERVED_WORD, ILLEGAL_NONLITERAL_PARAMETER_TYPE -> Severity.DEPRECATION;
      case DUPLICATE_KEY ->
          switch (options.strict()) {
            case OFF -> Severity.IGNORE;
            case WARNING -> Severity.WARNING;
            case ERROR -> Severity.ERROR;
          };
      default -> Severity.ERROR;
    };
  }
}
