// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

/**
 * The one {@code undef}. Inside lists and hashes too: no Java null is ever a value of the language.
 */
public enum Undef {
  UNDEF;

  @Override
  public String toString() {
    return "";
  }
}
