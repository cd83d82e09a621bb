// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.StoreUnavailableException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether one kind of operation has failed for so long that trying is in vain. While it is open,
 * operations fail at once, so that a request is not held for the whole deadline of each of its
 * operations; now and then one is let through to find out.
 */
public final class Circuit {
  private static final long FIRST_WAIT = Duration.ofMillis(500).toNanos();
  private static final long LONGEST_WAIT = Duration.ofSeconds(4).toNanos();
  private static final Duration NEVER = Duration.ofDays(365);
  private final long patience;
  private final LongSupplier nanoTime;
  private volatile @Nullable Trouble trouble;

  /** What is known of an outage; times are of {@code nanoTime}. */
  private record Trouble(long since, boolean open, long nextTry, long pause, String reason) {}

  /**
   * A closed circuit.
   *
   * @param patience how long all operations have to fail until it opens
   * @param nanoTime a clock
   */
  public Circuit(Duration patience, LongSupplier nanoTime) {
    this.patience = patience.toNanos();
    this.nanoTime = nanoTime;
  }

  /** One that never opens. */
  static Circuit closed() {
    return new Circuit(NEVER, System::nanoTime);
  }

  /**
   * Lets an operation begin.
   *
   * @throws StoreUnavailableException at once, while the circuit is open and it is not yet time to
   *     try again
   */
  void enter() {
    Trouble now = trouble;
    if (now != null && now.open() && !isTurn()) {
      throw new StoreUnavailableException(now.reason());
    }
  }

  private synchronized boolean isTurn() {
    Trouble t = trouble;
    if (t == null || !t.open()) {
      return true;
    }
    long now = nanoTime.getAsLong();
    if (now - t.nextTry() < 0) {
      return false;
    }
    long pause = Math.min(2 * t.pause(), LONGEST_WAIT);
    trouble = new Trouble(t.since(), true, now + t.pause(), pause, t.reason());
    return true;
  }

  /** An operation was answered. */
  void succeeded() {
    if (trouble != null) {
      synchronized (this) {
        trouble = null;
      }
    }
  }

  /** An operation was not answered. */
  synchronized void failed(StoreUnavailableException e) {
    Trouble t = trouble;
    long now = nanoTime.getAsLong();
    if (t == null) {
      String reason = String.valueOf(e.getMessage());
      trouble = new Trouble(now, false, 0, FIRST_WAIT, reason);
    } else if (!t.open() && now - t.since() >= patience) {
      open(t.since(), now, e);
    }
  }

  /** A whole series ended at its deadline: a driver's own timeout may be as long as that. */
  synchronized void gaveUp(StoreUnavailableException e) {
    Trouble t = trouble;
    if (patience < NEVER.toNanos() && (t == null || !t.open())) {
      long now = nanoTime.getAsLong();
      open(t == null ? now : t.since(), now, e);
    }
  }

  private void open(long since, long now, StoreUnavailableException e) {
    String reason = String.valueOf(e.getMessage());
    trouble = new Trouble(since, true, now + FIRST_WAIT, FIRST_WAIT, reason);
  }

  /** Whether operations fail at once. */
  public boolean isOpen() {
    Trouble t = trouble;
    return t != null && t.open();
  }

  /** Why it is open, as the store said it; null while it is not. */
  public @Nullable String reason() {
    Trouble t = trouble;
    return t != null && t.open() ? t.reason() : null;
  }

  /** How long operations have failed, zero while the circuit is closed. */
  public Duration openFor() {
    Trouble t = trouble;
    return t != null && t.open()
        ? Duration.ofNanos(nanoTime.getAsLong() - t.since())
        : Duration.ZERO;
  }
}
