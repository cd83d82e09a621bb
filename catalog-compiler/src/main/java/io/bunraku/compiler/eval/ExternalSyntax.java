// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bunraku.compiler.syntax.Text.HeredocExpression;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Checks text of a heredoc that declares a syntax, after its interpolation. */
final class ExternalSyntax {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ExternalSyntax() {}

  static void assertSyntax(String text, HeredocExpression o, Scope scope) {
    String problem = problem(text, o.syntax());
    if (problem != null) {
      throw new EvaluationException(
          "Invalid produced text having syntax: '" + o.syntax() + "'. " + problem,
          null,
          scope.site(o.text().offset()));
    }
  }

  /** The rightmost segments of {@code a+b+json} that have a checker decide. */
  private static @Nullable String problem(String text, String syntax) {
    String segment = syntax.substring(syntax.lastIndexOf('+') + 1);
    return switch (segment) {
      case "json" -> jsonProblem(text);
      case "base64" -> base64Problem(text);
      default -> null;
    };
  }

  private static @Nullable String jsonProblem(String text) {
    try {
      JSON.readTree(text);
      return null;
    } catch (JsonProcessingException e) {
      return "JSON syntax checker: Cannot parse invalid JSON string. \""
          + e.getOriginalMessage()
          + "\"";
    }
  }

  private static @Nullable String base64Problem(String text) {
    try {
      Base64.getMimeDecoder().decode(text);
      return null;
    } catch (IllegalArgumentException e) {
      return "Base64 syntax checker: Cannot parse invalid Base64 string - padding is not correct";
    }
  }
}
