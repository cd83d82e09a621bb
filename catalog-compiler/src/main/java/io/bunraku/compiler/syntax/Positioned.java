// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * A part of a source text. Only offsets are kept, in UTF-16 units from the start of the text;
 * {@link Source} turns them into line and column when an error is shown.
 */
public interface Positioned {

  /** Where Puppet says that this node is: often its operator, not its first character. */
  int offset();

  /** How many units of the text the node covers, from its offset. */
  int length();
}
