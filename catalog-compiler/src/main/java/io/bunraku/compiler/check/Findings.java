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
  private final List<Diagnostic> found;
  private final List<Positioned> path = new ArrayList<>();

  Findings(Program program, LanguageOptions options) {
    this.source = program.source();
    this.options = options;
    this.found = new ArrayList<>(program.findings());
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

  /** The nodes around the one that is checked, outermost first; the program is not among them. */
  List<Positioned> path() {
    return path;
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
      case FUTURE_RESERVED_WORD -> Severity.DEPRECATION;
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
