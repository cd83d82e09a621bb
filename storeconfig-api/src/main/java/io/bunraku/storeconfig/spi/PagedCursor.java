// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over pages, for backends whose store answers so. The first page is read when it is made:
 * the beginning of a scan is tried again by who began it, the rest is not.
 *
 * @param <T> what it yields
 */
public final class PagedCursor<T> implements Cursor<T> {
  private final Pages<T> pages;
  private Iterator<T> page = Collections.emptyIterator();
  private boolean last;

  /**
   * Where pages come from. One thread asks.
   *
   * @param <T> what is on them
   */
  @FunctionalInterface
  public interface Pages<T> {
    /**
     * Reads the next page. When it throws, the scan is over; who wants the rest begins a new one.
     *
     * @return what is on it, perhaps nothing; null after the last one
     */
    @Nullable List<T> next();
  }

  /**
   * Reads the first page.
   *
   * @throws StoreException as the pages throw it
   */
  public PagedCursor(Pages<T> pages) {
    this.pages = pages;
    turn();
  }

  /** Goes on until a page has something on it. */
  private void turn() {
    while (!page.hasNext() && !last) {
      List<T> next = pages.next();
      if (next == null) {
        last = true;
      } else {
        page = next.iterator();
      }
    }
  }

  @Override
  public boolean hasNext() {
    turn();
    return page.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  @Override
  public void close() {
    last = true;
    page = Collections.emptyIterator();
  }
}
