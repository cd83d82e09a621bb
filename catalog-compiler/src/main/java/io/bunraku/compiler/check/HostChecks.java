// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Literal.LiteralDefault;
import io.bunraku.compiler.syntax.Literal.LiteralRegularExpression;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Text.ConcatenatedString;
import io.bunraku.compiler.syntax.Text.TextExpression;

/** The names of nodes. */
final class HostChecks {

  private final Findings findings;

  HostChecks(Findings findings) {
    this.findings = findings;
  }

  void check(Expression host, NodeDefinition node) {
    switch (host) {
      case LiteralString name -> {
        if (!Names.isHost(name.value())) {
          findings.report(Issue.ILLEGAL_HOSTNAME_CHARS, name, name.value());
        }
      }
      case LiteralDefault d -> {}
      case LiteralRegularExpression r -> {}
      case ConcatenatedString text -> interpolated(text);
      default ->
          findings.report(
              Issue.ILLEGAL_EXPRESSION,
              host,
              Labels.withCapitalArticle(host),
              "hostname",
              Labels.withArticle(node));
    }
  }

  private void interpolated(ConcatenatedString text) {
    for (Expression segment : text.segments()) {
      if (segment instanceof TextExpression interpolation) {
        findings.report(Issue.ILLEGAL_HOSTNAME_INTERPOLATION, interpolation.expr());
        return;
      }
    }
  }
}
