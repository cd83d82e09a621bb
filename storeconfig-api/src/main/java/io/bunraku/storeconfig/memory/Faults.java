// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.memory;

/**
 * How often, from 0 to 1, something goes wrong. Which operation it hits is decided by a random
 * generator with a seed, so a failing run can be repeated.
 *
 * @param seed of the generator
 * @param unavailable the operation throws and does nothing
 * @param dropBefore the write does nothing, the answer is {@code Unknown}
 * @param dropAfter the write is done, the answer is {@code Unknown}
 * @param late the answer is {@code Unknown} and the write is done after some later operations of
 *     any client, with the token that it had: so it is also reordered
 * @param duplicate the write is done twice
 */
public record Faults(
    long seed,
    double unavailable,
    double dropBefore,
    double dropAfter,
    double late,
    double duplicate) {
  /** Nothing goes wrong. */
  public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0);

  /** A bad network: each fault hits one operation in twenty. */
  public static Faults rough(long seed) {
    return new Faults(seed, 0.05, 0.05, 0.05, 0.05, 0.05);
  }
}
