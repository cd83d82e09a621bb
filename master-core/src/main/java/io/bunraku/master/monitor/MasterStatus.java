// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.monitor;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Whether this master can serve: what agents with a {@code server_list} and balancers ask. Evidence
 * of the store counts, and whether we are stopping; it is asked at most once a second.
 */
public final class MasterStatus {

  /** States by the names of puppetserver's status service. */
  public enum State {
    STARTING,
    RUNNING,
    STOPPING,
    ERROR;

    /** The name on the wire. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The services that can be asked for, {@code master} being the old name of {@code server}. */
  public static final List<String> SERVICES = List.of("server", "master", "ca");

  private static final long FRESH_NANOS = 1_000_000_000L;

  private final BooleanSupplier storeUp;
  private final Supplier<Map<String, Object>> details;
  private volatile State phase = State.STARTING;
  private volatile boolean up = true;
  private volatile long asked = Long.MIN_VALUE;

  /**
   * Creates the status of a master that is starting.
   *
   * @param storeUp whether the store answers
   */
  public MasterStatus(BooleanSupplier storeUp) {
    this(storeUp, Map::of);
  }

  /**
   * Creates the status of a master that is starting.
   *
   * @param storeUp whether catalogs can be answered as far as the store is concerned
   * @param details what {@code level=debug} shows
   */
  public MasterStatus(BooleanSupplier storeUp, Supplier<Map<String, Object>> details) {
    this.storeUp = storeUp;
    this.details = details;
  }

  /** Figures for people. */
  public Map<String, Object> details() {
    return details.get();
  }

  /** Tells that this master has begun to serve, or to stop. */
  public void enter(State state) {
    phase = state;
  }

  /** The state now. */
  public State state() {
    State current = phase;
    return current == State.RUNNING && !isStoreUp() ? State.ERROR : current;
  }

  private boolean isStoreUp() {
    long now = System.nanoTime();
    if (asked == Long.MIN_VALUE || now - asked > FRESH_NANOS) {
      asked = now;
      up = storeUp.getAsBoolean();
    }
    return up;
  }
}
