// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.internal.Circuit;
import java.time.Duration;
import java.util.Optional;

/**
 * The store cannot be used, in whole or for writes.
 *
 * @param kind what is left of it
 * @param lasts how long that has been known
 * @param reason one line, as the backend said it
 */
public record Outage(Kind kind, Duration lasts, String reason) {

  /** What does not work. */
  public enum Kind {
    /** Nothing is answered. */
    AWAY("away"),
    /** It can be read; writes are not answered. */
    AWAY_FOR_WRITES("away for writes"),
    /** It answers and can be read, but is no longer the one to write to: it is being copied. */
    FENCED("fenced");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** The name in status and log. */
    public String text() {
      return text;
    }
  }

  static Optional<Outage> of(Circuit reads, Circuit writes) {
    String unread = reads.reason();
    if (unread != null) {
      return Optional.of(new Outage(Kind.AWAY, reads.openFor(), unread));
    }
    String unwritten = writes.reason();
    return unwritten == null
        ? Optional.empty()
        : Optional.of(new Outage(Kind.AWAY_FOR_WRITES, writes.openFor(), unwritten));
  }
}
