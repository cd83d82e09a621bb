// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Set;

/** The words of Ruby that no method of Puppet's generated classes is named by. */
final class RubyWords {

  private static final Set<String> RESERVED =
      Set.of(
          "alias", "begin", "break", "def", "do", "end", "ensure", "for", "module", "next", "nil",
          "not", "redo", "rescue", "retry", "return", "self", "super", "then", "until", "when",
          "while", "yield");

  private RubyWords() {}

  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }
}
