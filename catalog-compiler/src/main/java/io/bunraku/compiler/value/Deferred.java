// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import java.util.List;

/**
 * A call that the agent makes when it applies the catalog.
 *
 * @param name name of the function, or of a variable if it starts with {@code $}
 * @param arguments values of the language
 */
public record Deferred(String name, List<Object> arguments) {

  public Deferred {
    arguments = List.copyOf(arguments);
  }

  @Override
  public String toString() {
    return "Deferred({'name' => '" + name + "'})";
  }
}
