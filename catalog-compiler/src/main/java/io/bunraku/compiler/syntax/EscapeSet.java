// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.syntax;

/**
 * Which characters mean something after a backslash.
 *
 * @param characters the characters
 * @param lineBreak whether a backslash joins lines
 */
record EscapeSet(String characters, boolean lineBreak) {

  /** No escapes at all: a heredoc without flags. */
  static final EscapeSet NONE = new EscapeSet("", false);

  /** The escapes of a double-quoted string. */
  static final EscapeSet DOUBLE_QUOTED = new EscapeSet("\\$'\"rntsu", true);

  boolean contains(char c) {
    return characters.indexOf(c) >= 0;
  }
}
