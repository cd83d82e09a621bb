// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Words a syntax error as libyaml does, which users search for. */
final class SyntaxProblem {

  /** How SnakeYAML begins a problem, and libyaml's words for it. */
  private static final Map<String, String> PROBLEMS = problems();

  private SyntaxProblem() {}

  private static Map<String, String> problems() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("expected ',' or ']'", "did not find expected ',' or ']'");
    words.put("expected ',' or '}'", "did not find expected ',' or '}'");
    words.put("expected <block end>", "did not find expected key");
    words.put("expected '<document start>'", "did not find expected <document start>");
    words.put("expected the node content", "did not find expected node content");
    words.put("found character", "found character that cannot start any token");
    words.put("expected chomping", "did not find expected comment or line break");
    words.put("expected a comment", "did not find expected comment or line break");
    words.put("unexpected character", "did not find expected alphabetic or numeric character");
    words.put("expected ' '", "did not find expected whitespace or line break");
    words.put("expected '>'", "did not find the expected '>'");
    words.put("expected alphabetic or numeric", "could not find expected directive name");
    words.put("expected URI", "did not find URI escaped octet");
    words.put("could not find expected ':'", "could not find expected ':'");
    words.put("mapping values are not allowed", "mapping values are not allowed in this context");
    words.put(
        "sequence entries are not allowed",
        "block sequence entries are not allowed in this context");
    words.put("mapping keys are not allowed", "mapping keys are not allowed in this context");
    words.put("expected escape sequence", "did not find expected hexdecimal number");
    words.put("found unknown escape character", "found unknown escape character");
    words.put("found undefined tag handle", "found undefined tag handle");
    words.put("found duplicate YAML directive", "found duplicate %YAML directive");
    return words;
  }

  /** Problem, context and position. */
  static String describe(YAMLException error) {
    if (!(error instanceof MarkedYAMLException marked)) {
      String message = String.valueOf(error.getMessage());
      return message.startsWith("special characters are not allowed")
          ? "control characters are not allowed at line 1 column 1"
          : message;
    }
    String problem = words(String.valueOf(marked.getProblem()));
    String context = marked.getContext();
    Mark mark = marked.getContextMark();
    if (context != null && context.startsWith("while scanning for the next token")) {
      mark = marked.getProblemMark();
    }
    if (context != null && context.startsWith("while parsing a block collection")) {
      problem = "did not find expected '-' indicator";
    }
    if (context != null && context.startsWith("while scanning a ") && context.endsWith("scalar")) {
      context = context.contains("quoted") ? "while scanning a quoted scalar" : context;
    }
    if (problem.contains("hexdecimal") || problem.contains("escape character")) {
      context = "while parsing a quoted scalar";
    }
    if (problem.contains("URI")) {
      context = "while parsing a tag";
    }
    return problem + (context == null ? "" : " " + context) + position(mark, marked);
  }

  private static String words(String problem) {
    return PROBLEMS.entrySet().stream()
        .filter(entry -> problem.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(problem);
  }

  private static String position(@Nullable Mark context, MarkedYAMLException error) {
    Mark mark = context == null ? error.getProblemMark() : context;
    boolean atEnd = String.valueOf(error.getProblem()).contains("but found '<stream end>'");
    if (mark != null && atEnd && mark == error.getProblemMark() && mark.getColumn() > 0) {
      // libyaml's stream ends on a line of its own
      return " at line %d column 1".formatted(mark.getLine() + 2);
    }
    return mark == null
        ? ""
        : " at line %d column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
