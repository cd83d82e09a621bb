// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Circuit;
import java.time.Duration;
import java.util.Optional;

/**
 * The store is away, in whole or for writes.
 *
 * @param writesOnly whether it can still be read
 * @param lasts how long nothing has been answered
 * @param reason one line, as the backend said it
 */
public record Outage(boolean writesOnly, Duration lasts, String reason) {

  static Optional<Outage> of(Circuit reads, Circuit writes) {
    String unread = reads.reason();
    if (unread != null) {
      return Optional.of(new Outage(false, reads.openFor(), unread));
    }
    String unwritten = writes.reason();
    return unwritten == null
        ? Optional.empty()
        : Optional.of(new Outage(true, writes.openFor(), unwritten));
  }
}
