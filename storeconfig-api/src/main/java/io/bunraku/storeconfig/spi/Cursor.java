// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.util.Iterator;

/**
 * Reads a scan page by page. {@code hasNext} and {@code next} throw {@link StoreException} when the
 * store fails. One thread uses a cursor; it is closed also when it was read to its end.
 *
 * @param <T> what it yields
 */
public interface Cursor<T> extends Iterator<T>, AutoCloseable {

  /** Frees what the scan holds. Idempotent; throws nothing. */
  @Override
  void close();

  /** A cursor over what is already in memory. */
  static <T> Cursor<T> of(Iterator<T> items) {
    return new Cursor<>() {
      @Override
      public boolean hasNext() {
        return items.hasNext();
      }

      @Override
      public T next() {
        return items.next();
      }

      @Override
      public void close() {}
    };
  }
}
