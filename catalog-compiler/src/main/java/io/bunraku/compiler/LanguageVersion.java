// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler;

/** Which Puppet the language behaves as. */
public enum LanguageVersion {
  PUPPET_7("7.23.0"),
  PUPPET_8("8.11.0");

  private final String puppetVersion;

  LanguageVersion(String puppetVersion) {
    this.puppetVersion = puppetVersion;
  }

  /** The version that {@code X-Puppet-Version} and {@code $serverversion} show. */
  public String puppetVersion() {
    return puppetVersion;
  }
}
