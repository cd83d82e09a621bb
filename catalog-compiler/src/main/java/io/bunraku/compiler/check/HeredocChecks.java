// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Literal.LiteralString;
import io.bunraku.compiler.syntax.Severity;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import io.bunraku.compiler.syntax.Text.HeredocExpression;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The declared syntax of heredocs ({@code puppet/syntax_checkers}): JSON, base64, Puppet and EPP.
 * Others are not checked. As in Puppet an error here ends the checking at once.
 */
final class HeredocChecks {

  private static final int LONGEST_JSON_MESSAGE = 100;
  private static final int LONGEST_MESSAGE = 500;

  private final Findings findings;

  HeredocChecks(Findings findings) {
    this.findings = findings;
  }

  void check(HeredocExpression node) {
    if (node.text() instanceof LiteralString text && !node.syntax().isEmpty()) {
      check(text, node.syntax());
    }
  }

  private void check(LiteralString text, String syntax) {
    switch (syntax.substring(syntax.lastIndexOf('+') + 1)) {
      case "json" -> fail(text, syntax, Issue.ILLEGAL_JSON, jsonError(text.value()));
      case "base64" -> fail(text, syntax, Issue.ILLEGAL_BASE64, base64Error(text.value()));
      case "pp" -> fail(text, syntax, Issue.ILLEGAL_PP, manifestError(text.value(), false));
      case "epp" -> fail(text, syntax, Issue.ILLEGAL_EPP, manifestError(text.value(), true));
      default -> {}
    }
  }

  private void fail(LiteralString text, String syntax, Issue issue, @Nullable String error) {
    if (error == null) {
      return;
    }
    String message =
        "Invalid produced text having syntax: '" + syntax + "'. " + issue.format(error);
    Source source = findings.source();
    throw new SyntaxException(
        new Diagnostic(
            Severity.ERROR,
            issue.code(),
            message,
            source.logicalPath(),
            source.line(text.offset()),
            source.column(text.offset())));
  }

  private static @Nullable String jsonError(String text) {
    String error = JsonSyntax.errorIn(text);
    return error == null ? null : shortened(error, LONGEST_JSON_MESSAGE);
  }

  private static String shortened(String message, int length) {
    return message
        .substring(0, Math.min(length, message.length()))
        .replace("\r\n", "\\n")
        .replace("\n", "\\n");
  }

  private static @Nullable String base64Error(String text) {
    String cleaned = text.replaceAll("[\\r?\\n\\h]", "");
    try {
      Base64.getDecoder().decode(cleaned);
      if (cleaned.length() % 4 == 0) {
        return null;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    return cleaned.length() * 8 % 6 != 0
        ? "padding is not correct"
        : "contains letters outside strict base 64 range (or whitespace)";
  }

  private @Nullable String manifestError(String text, boolean template) {
    Source source = new Source(null, null, text);
    try {
      if (template) {
        EvaluatingParser.parseEpp(source, findings.options());
      } else {
        EvaluatingParser.parse(source, findings.options(), FileNamespace.none());
      }
      return null;
    } catch (SyntaxException e) {
      return shortened(String.valueOf(e.getMessage()), LONGEST_MESSAGE);
    }
  }
}
