// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Values of the runtime that the language has no type for.
 *
 * @param runtime the runtime's name, or null for any
 * @param nameOrPattern the name of a type there, or a list of expression and replacement, or null
 */
public record RuntimeType(@Nullable String runtime, @Nullable Object nameOrPattern)
    implements PuppetType {

  /** All values of any runtime. */
  public static final RuntimeType DEFAULT = new RuntimeType(null, null);

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return isAssignable(TypeInference.infer(value), guard);
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof RuntimeType o
        && (runtime == null || runtime.equals(o.runtime))
        && (nameOrPattern == null || Objects.equals(nameOrPattern, o.nameOrPattern));
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public String toString() {
    return TypeFormatter.string(this);
  }
}
