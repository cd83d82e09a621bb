// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of types with a version.
 *
 * @param initHash the hash that describes it; empty for all sets
 */
public record TypeSetType(Map<String, Object> initHash) implements PuppetType {

  /** All sets. */
  public static final TypeSetType DEFAULT = new TypeSetType(Map.of());

  @Override
  public boolean isInstance(Object value, @Nullable Guard guard) {
    return value instanceof TypeSetType;
  }

  @Override
  public boolean accepts(PuppetType other, @Nullable Guard guard) {
    return other instanceof TypeSetType o && (initHash.isEmpty() || equals(o));
  }

  @Override
  public PuppetType unparameterized() {
    return DEFAULT;
  }

  @Override
  public String toString() {
    return TypeFormatter.expandedString(this);
  }
}
