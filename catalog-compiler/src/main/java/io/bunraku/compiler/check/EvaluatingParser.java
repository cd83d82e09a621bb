// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Parser;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Severity;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.syntax.SyntaxException;
import java.util.List;

/**
 * Parses and checks, as everything that is going to be evaluated must be. Errors become one {@code
 * SyntaxException} as in Puppet: the error itself if it is the only one, else a summary.
 */
public final class EvaluatingParser {

  private EvaluatingParser() {}

  /**
   * A program that passed.
   *
   * @param program the tree
   * @param warnings what lexer and checker warned of, to be logged when the file is loaded
   */
  public record Checked(Program program, List<Diagnostic> warnings) {
    public Checked {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Parses and checks a manifest.
   *
   * @throws SyntaxException with all errors found
   */
  public static Checked parse(Source source, LanguageOptions options, FileNamespace namespace) {
    Program program = Parser.parse(source);
    return checked(program, Checker.check(program, options, namespace));
  }

  /**
   * Parses and checks a template.
   *
   * @throws SyntaxException with all errors found
   */
  public static Checked parseEpp(Source source, LanguageOptions options) {
    Program program = Parser.parseEpp(source);
    return checked(program, Checker.check(program, options));
  }

  /**
   * Parses and checks a text of the language with tasks, as plans are.
   *
   * @throws SyntaxException with all errors found
   */
  public static Checked parseWithTasks(Source source, LanguageOptions options) {
    Program program = Parser.parseWithTasks(source);
    return checked(program, Checker.checkWithTasks(program, options));
  }

  private static Checked checked(Program program, List<Diagnostic> found) {
    List<Diagnostic> errors = found.stream().filter(d -> d.severity() == Severity.ERROR).toList();
    if (errors.isEmpty()) {
      return new Checked(program, found);
    }
    throw failure(
        errors, found.stream().filter(d -> d.severity() != Severity.ERROR).toList(), program);
  }

  /** Warnings of the lexer are logged, but not counted. */
  private static SyntaxException failure(
      List<Diagnostic> errors, List<Diagnostic> warned, Program program) {
    if (errors.size() == 1) {
      return new SyntaxException(errors.get(0), errors, warned);
    }
    long warnings = warned.stream().filter(d -> !program.findings().contains(d)).count();
    String counted = "Language validation logged " + errors.size() + " errors";
    String message =
        counted + (warnings > 0 ? ", and " + warnings + " warnings" : "") + ". Giving up";
    return new SyntaxException(
        new Diagnostic(Severity.ERROR, null, message, errors.get(0).file(), 0, 0), errors, warned);
  }
}
