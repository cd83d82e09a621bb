// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.util.Comparator;
import java.util.UUID;

/**
 * Orders the values that masters write for one node: compared field by field from left to right. It
 * only orders; the guard against older code is {@link NodeState#generations()}. Two values with an
 * equal stamp are told apart by the digest of their content.
 *
 * @param assignment how often the node has changed its environment
 * @param generation generation of the environment's code, from 1
 * @param produced milliseconds since 1970, never lower than what the store has for the node
 * @param master the name of the master that wrote it
 * @param uuid random
 */
public record Stamp(long assignment, long generation, long produced, String master, UUID uuid)
    implements Comparable<Stamp> {

  private static final Comparator<Stamp> ORDER =
      Comparator.comparingLong(Stamp::assignment)
          .thenComparingLong(Stamp::generation)
          .thenComparingLong(Stamp::produced)
          .thenComparing(Stamp::master)
          .thenComparing(Stamp::uuid);

  @Override
  public int compareTo(Stamp other) {
    return ORDER.compare(this, other);
  }

  /** The same stamp a millisecond later: what a tombstone gets that must win over this value. */
  public Stamp next(long now) {
    return new Stamp(assignment, generation, Math.max(now, produced + 1), master, uuid);
  }
}
