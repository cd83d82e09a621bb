// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

/**
 * The settings that change what a program means.
 *
 * @param version 7 or 8
 * @param strict what happens on issues that {@code strict} governs
 * @param strictVariables whether reading an unknown variable is an error
 */
public record LanguageOptions(LanguageVersion version, Strict strict, boolean strictVariables) {

  /** Values of the {@code strict} setting. */
  public enum Strict {
    OFF,
    WARNING,
    ERROR
  }

  /** Returns the defaults of a language version, as Puppet's own. */
  public static LanguageOptions defaults(LanguageVersion version) {
    return version == LanguageVersion.PUPPET_7
        ? new LanguageOptions(version, Strict.WARNING, false)
        : new LanguageOptions(version, Strict.ERROR, true);
  }
}
