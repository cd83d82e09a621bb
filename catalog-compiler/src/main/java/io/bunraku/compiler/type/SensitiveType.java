// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Sensitive;
import org.jspecify.annotations.Nullable;

/**
 * Values that must not be shown.
 *
 * @param type what is protected, always general
 */
public record SensitiveType(PuppetType type) implements WithContainedType {

  /** All values that must not be shown. */
  public static final SensitiveType DEFAULT = new SensitiveType(AnyType.ANY);

  public SensitiveType {
    type = type.generalize();
  }

  @Override
  public PuppetType with(@Nullable PuppetType type) {
    return type == null ? DEFAULT : new SensitiveType(type);
  }

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof Sensitive s && type.isInstance(s.value(), guard);
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof SensitiveType o && type.isAssignable(o.type, guard);
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
