// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.util.List;

/**
 * What a read found.
 *
 * @param values none, one, or (in the siblings model) several concurrent ones
 * @param token names this state; {@link Token#ABSENT} if nothing is there and the store has no name
 *     for that
 */
public record Stored(List<Value> values, Token token) {
  /** Nothing is there. */
  public static final Stored ABSENT = new Stored(List.of(), Token.ABSENT);

  /** Freezes the list. */
  public Stored {
    values = List.copyOf(values);
  }

  /** Whether nothing is there. */
  public boolean isAbsent() {
    return values.isEmpty();
  }
}
