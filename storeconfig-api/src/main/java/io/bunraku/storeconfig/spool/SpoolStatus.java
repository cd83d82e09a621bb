// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spool;

import java.time.Duration;

/**
 * What waits.
 *
 * @param entries how many entries
 * @param bytes their size on the disk
 * @param oldest how long the oldest one has waited, zero if there is none
 * @param dropped how many were dropped since the start because of their age
 * @param damaged how many files were set aside since the start
 * @param drained how many have reached the store since the start
 */
public record SpoolStatus(
    int entries, long bytes, Duration oldest, long dropped, long damaged, long drained) {}
