// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.time.Duration;

/**
 * What a backend promises. The kit verifies each promise, and that none is understated.
 *
 * @param conflicts what happens to concurrent writes
 * @param maxValueBytes largest value of one document; larger ones are cut in chunks above
 * @param readStaleness how long after a write a read may still show the state before
 * @param scanStaleness the same for scans, {@link #UNBOUNDED} if there is no promise
 */
public record Traits(
    ConflictModel conflicts, long maxValueBytes, Duration readStaleness, Duration scanStaleness) {
  /** No promise. */
  public static final Duration UNBOUNDED = Duration.ofSeconds(Long.MAX_VALUE);

  /** Whether a scan may omit an acknowledged key for ever. */
  public boolean hasUnboundedScans() {
    return scanStaleness.equals(UNBOUNDED);
  }
}
