// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

/**
 * A symbol of Ruby, which YAML writes with a colon in front. No value of the language: whoever
 * reads a document decides what becomes of it.
 *
 * @param name without the colon
 */
public record RubySymbol(String name) {

  @Override
  public String toString() {
    return name;
  }
}
