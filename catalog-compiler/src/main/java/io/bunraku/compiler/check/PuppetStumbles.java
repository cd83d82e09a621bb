// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.check;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Severity;
import io.bunraku.compiler.syntax.SyntaxException;

/**
 * Programs over which Puppet's own checker stumbles. They are refused, so they must be refused here
 * too, and this is what users see.
 */
final class PuppetStumbles {

  private PuppetStumbles() {}

  /** {@code "${true}"}. */
  static SyntaxException overBoolean(boolean value, LanguageVersion version) {
    String where =
        version == LanguageVersion.PUPPET_7
            ? "      if name[0,1] =~ /[0-9]/\n             ^^^^^"
            : "      if name[0, 1] =~ /[0-9]/\n             ^^^^^^";
    String type = value ? "true:TrueClass" : "false:FalseClass";
    return stumble("undefined method `[]' for " + type + "\n\n" + where);
  }

  /** {@code notice {* => $hash}}. */
  static SyntaxException overSplat() {
    return stumble(
        "Visitor Error: the configured receiver (Puppet::Pops::Validation::Checker4_0) can't"
            + " handle instance of: NilClass");
  }

  private static SyntaxException stumble(String message) {
    return new SyntaxException(new Diagnostic(Severity.ERROR, null, message, null, 0, 0));
  }
}
