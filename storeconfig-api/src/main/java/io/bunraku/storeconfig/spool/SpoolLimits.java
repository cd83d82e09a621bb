// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import java.time.Duration;

/**
 * How much may wait. What does not fit is refused; what was acknowledged is never pushed out.
 *
 * @param entries how many entries
 * @param bytes their size on the disk
 * @param age entries that are older are dropped instead of stored
 */
public record SpoolLimits(int entries, long bytes, Duration age) {
  /**
   * How long the tombstone of a deleted document stays, so that a late write does not revive it.
   */
  public static final Duration TOMBSTONE_GRACE = Duration.ofDays(14);

  /** Half the grace: an entry never meets a store whose tombstones are gone. */
  public static final Duration HALF_GRACE = TOMBSTONE_GRACE.dividedBy(2);

  /**
   * 20,000 entries in a gigabyte: 100 catalogs a second for three minutes, a thousand nodes' day.
   */
  public static final SpoolLimits DEFAULT = of(20_000, 1L << 30);

  /** Limits of size; the age is always {@link #HALF_GRACE}. */
  public static SpoolLimits of(int entries, long bytes) {
    return new SpoolLimits(entries, bytes, HALF_GRACE);
  }

  /** Reports and facts may fill half of the spool, so that they leave room for catalogs. */
  SpoolLimits forUploads() {
    return new SpoolLimits(entries / 2, bytes / 2, age);
  }
}
