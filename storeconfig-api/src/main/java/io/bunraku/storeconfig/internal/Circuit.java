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
  private volatile long lastAnswer;

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
    this.lastAnswer = nanoTime.getAsLong();
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
    enter(Duration.ZERO);
  }

  /**
   * The same for an operation that lets others try first: a trial may take as long as a driver's
   * timeout, and somebody waits for this one.
   *
   * @param grace how long the trial has to be overdue
   */
  void enter(Duration grace) {
    Trouble now = trouble;
    if (now != null && now.open() && !isTurn(grace.toNanos())) {
      throw new StoreUnavailableException(now.reason());
    }
  }

  private synchronized boolean isTurn(long grace) {
    Trouble t = trouble;
    if (t == null || !t.open()) {
      return true;
    }
    long now = nanoTime.getAsLong();
    if (now - t.nextTry() < grace) {
      return false;
    }
    long pause = Math.min(2 * t.pause(), LONGEST_WAIT);
    trouble = new Trouble(t.since(), true, now + t.pause(), pause, t.reason());
    return true;
  }

  /** The time, for {@link #failed}. */
  long now() {
    return nanoTime.getAsLong();
  }

  /** An operation was answered. */
  void succeeded() {
    lastAnswer = nanoTime.getAsLong();
    if (trouble != null) {
      synchronized (this) {
        trouble = null;
      }
    }
  }

  /**
   * An operation was not answered. If none was since it began, the store has been away for that
   * long: a driver may need seconds to find out.
   *
   * @param began when the operation did
   */
  synchronized void failed(StoreUnavailableException e, long began) {
    Trouble t = trouble;
    long now = nanoTime.getAsLong();
    long since = t == null ? (began - lastAnswer > 0 ? began : lastAnswer) : t.since();
    if (t == null || !t.open()) {
      if (now - since >= patience) {
        open(since, now, e);
      } else {
        trouble = new Trouble(since, false, 0, FIRST_WAIT, String.valueOf(e.getMessage()));
      }
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
