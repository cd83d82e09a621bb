// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import java.util.concurrent.Semaphore;

/**
 * How many catalogs may be in the making at a time, waiting ones included. What is beyond that is
 * refused at once: the facts of a thousand waiting nodes would fill the memory, and their agents
 * have a cached catalog.
 */
public final class Admission {

  private final Semaphore places;

  /**
   * Creates an admission.
   *
   * @param limit how many catalogs at a time
   */
  public Admission(int limit) {
    places = new Semaphore(limit);
  }

  /**
   * Takes a place; {@link #leave} gives it back.
   *
   * @throws CatalogException unavailable, when there is none
   */
  void enter() throws CatalogException {
    if (!places.tryAcquire()) {
      throw CatalogException.unavailable("too many catalogs are waiting to be compiled");
    }
  }

  /** Gives a place back. */
  void leave() {
    places.release();
  }
}
