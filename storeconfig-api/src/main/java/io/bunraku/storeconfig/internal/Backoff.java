// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * How attempts are spaced: at random up to a limit that doubles from 2 ms to 500 ms, until a
 * deadline. Random, so that masters that have met do not meet again.
 */
public final class Backoff {
  private static final long FIRST = Duration.ofMillis(2).toNanos();
  private static final long LARGEST = Duration.ofMillis(500).toNanos();
  private final Duration deadline;
  private final LongSupplier nanoTime;
  private final Consumer<Duration> pause;

  /** Waits in real time. */
  public Backoff(Duration deadline) {
    this(deadline, System::nanoTime, d -> LockSupport.parkNanos(d.toNanos()));
  }

  /**
   * @param deadline how long to go on
   * @param nanoTime a clock
   * @param pause waits
   */
  public Backoff(Duration deadline, LongSupplier nanoTime, Consumer<Duration> pause) {
    this.deadline = deadline;
    this.nanoTime = nanoTime;
    this.pause = pause;
  }

  /** Begins a series of attempts. */
  public Attempts start() {
    return new Attempts();
  }

  /** One series. */
  public final class Attempts {
    private final long started = nanoTime.getAsLong();
    private long limit = FIRST;

    /** Waits before another attempt; false, at once, when the deadline does not allow one. */
    public boolean again() {
      long left = deadline.toNanos() - (nanoTime.getAsLong() - started);
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      long wait = ThreadLocalRandom.current().nextLong(limit) + 1;
      pause.accept(Duration.ofNanos(Math.min(wait, left)));
      limit = Math.min(2 * limit, LARGEST);
      return true;
    }
  }
}
