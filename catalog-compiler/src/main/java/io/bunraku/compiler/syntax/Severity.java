// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/** How bad a diagnostic is, as Puppet's validation has it. */
public enum Severity {
  ERROR,
  WARNING,
  DEPRECATION,
  IGNORE
}
