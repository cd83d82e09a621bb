// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.syntax.Children;
import io.bunraku.compiler.syntax.Control.BlockExpression;
import io.bunraku.compiler.syntax.Control.Nop;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Issue;
import io.bunraku.compiler.syntax.Positioned;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.SyntaxException;
import java.util.List;

/** Finds what is wrong with a tree that parsed ({@code validation/checker4_0.rb}). */
public final class Checker {

  private final Findings findings;
  private final ExpressionChecks checks;
  private final TaskChecks tasks;
  private final boolean inModule;

  private Checker(
      Program program, LanguageOptions options, FileNamespace namespace, boolean isTask) {
    this.findings = new Findings(program, options, isTask);
    this.tasks = new TaskChecks(findings);
    this.inModule = !(namespace instanceof FileNamespace.None);
    this.checks =
        new ExpressionChecks(
            findings, new DefinitionChecks(findings, namespace), new HeredocChecks(findings));
  }

  /**
   * Checks a program that is not a file of a module.
   *
   * @return errors, warnings and deprecations in Puppet's order
   */
  public static List<Diagnostic> check(Program program, LanguageOptions options) {
    return check(program, options, FileNamespace.none());
  }

  /**
   * Checks a program.
   *
   * @param namespace what definitions in the file must be named after
   * @return errors, warnings and deprecations in Puppet's order
   */
  public static List<Diagnostic> check(
      Program program, LanguageOptions options, FileNamespace namespace) {
    return new Checker(program, options, namespace, false).run(program);
  }

  /**
   * Checks a program of the language with tasks, as plans are: it makes no catalog but in the
   * blocks that it applies.
   *
   * @return errors, warnings and deprecations in Puppet's order
   */
  public static List<Diagnostic> checkWithTasks(Program program, LanguageOptions options) {
    return new Checker(program, options, FileNamespace.none(), true).run(program);
  }

  private List<Diagnostic> run(Program program) {
    try {
      topConstructs(program.body());
      check(program.body());
    } catch (SyntaxException e) {
      return e.diagnostics();
    }
    return List.copyOf(findings.found());
  }

  /** A file of a module holds definitions and nothing else. */
  private void topConstructs(Expression body) {
    if (!inModule) {
      return;
    }
    List<Expression> statements =
        body instanceof BlockExpression block ? block.statements() : List.of(body);
    for (Expression statement : statements) {
      boolean allowed = statement instanceof Definition && !(statement instanceof NodeDefinition);
      if (!allowed && !(statement instanceof Nop)) {
        findings.report(Issue.ILLEGAL_TOP_CONSTRUCT_LOCATION, statement, Labels.label(statement));
      }
    }
  }

  private void check(Positioned node) {
    if (!findings.isTask() || !tasks.refuses(node)) {
      checks.check(node);
    }
    findings.path().add(node);
    Children.of(node, this::check);
    findings.path().remove(findings.path().size() - 1);
  }
}
