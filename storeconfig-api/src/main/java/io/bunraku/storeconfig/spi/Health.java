// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.time.Duration;

/**
 * Whether a store answers.
 *
 * @param up whether reads and writes can be expected to work now
 * @param detail one line for people
 * @param latency how long the check took
 */
public record Health(boolean up, String detail, Duration latency) {}
