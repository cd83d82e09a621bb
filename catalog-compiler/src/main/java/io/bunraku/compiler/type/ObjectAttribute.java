// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import org.jspecify.annotations.Nullable;

/**
 * An attribute of an object type.
 *
 * @param name its name
 * @param type its type
 * @param kind {@code constant}, {@code derived}, {@code given_or_derived}, {@code reference} or
 *     null
 * @param value its default, or null for none
 * @param isFinal whether it cannot be overridden
 * @param override whether it overrides one of the parent's
 */
public record ObjectAttribute(
    String name,
    PuppetType type,
    @Nullable String kind,
    @Nullable Object value,
    boolean isFinal,
    boolean override) {

  /** Whether it is the same for all objects. */
  public boolean isConstant() {
    return "constant".equals(kind);
  }

  /** Whether a new object is given a value for it. */
  boolean isGiven() {
    return !isConstant() && !"derived".equals(kind);
  }
}
