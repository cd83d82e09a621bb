// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

/**
 * How far containers within containers are indented.
 *
 * @param level how deep
 * @param first whether nothing was written at this level yet
 * @param indenting whether to indent at all
 */
record Indentation(int level, boolean first, boolean indenting) {

  static final Indentation NONE = new Indentation(0, true, false);

  Indentation subsequent() {
    return new Indentation(level, false, indenting);
  }

  Indentation indenting(boolean flag) {
    return new Indentation(level, first, flag);
  }

  Indentation increase(boolean flag) {
    return new Indentation(level + 1, true, flag);
  }

  boolean breaks() {
    return indenting && level > 0 && !first;
  }

  String padding() {
    return "  ".repeat(level);
  }
}
