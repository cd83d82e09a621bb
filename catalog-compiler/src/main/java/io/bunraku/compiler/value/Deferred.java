// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import io.bunraku.compiler.type.TypeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that the agent makes when it applies the catalog.
 *
 * @param name name of the function, or of a variable if it starts with {@code $}
 * @param given values of the language, or null when none were given, which is not the same as an
 *     empty list
 */
public record Deferred(String name, @Nullable List<Object> given) {

  public Deferred {
    given = given == null ? null : List.copyOf(given);
  }

  /** What the call passes. */
  public List<Object> arguments() {
    return given == null ? List.of() : given;
  }

  @Override
  public String toString() {
    return TypeFormatter.valueString(this);
  }
}
