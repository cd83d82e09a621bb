// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Program;
import java.util.List;

/** Finds what is wrong with a tree that parsed ({@code validation/checker4_0.rb}). */
public final class Checker {

  private Checker() {}

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
    return program.findings();
  }
}
