// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

/**
 * How far a copy is.
 *
 * @param phase what is being done
 * @param seen how many documents this phase has looked at
 * @param copied how many were written since the start
 * @param bytes their size
 */
public record CopyProgress(Phase phase, long seen, long copied, long bytes) {

  /** What a copy does, one after the other. */
  public enum Phase {
    /** Copies while masters still write. */
    BULK,
    /** Makes the source read-only, and waits until every master knows. */
    FENCE,
    /** Copies what was written meanwhile. */
    REST,
    /** Compares both. */
    VERIFY,
    /** Raises the target's epoch. */
    SWITCH
  }
}
