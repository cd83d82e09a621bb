// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.RuntimeType;
import io.bunraku.compiler.type.TypedValue;

/**
 * A symbol of Ruby, which YAML writes with a colon in front. No value of the language: whoever
 * reads a document decides what becomes of it.
 *
 * @param name without the colon
 */
public record RubySymbol(String name) implements TypedValue {

  @Override
  public PuppetType puppetType() {
    return new RuntimeType("ruby", "Symbol");
  }

  @Override
  public String toString() {
    return name;
  }
}
