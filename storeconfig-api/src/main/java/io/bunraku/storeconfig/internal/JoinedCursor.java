// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.Cursor;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Some cursors one after the other; only one is open at a time. */
final class JoinedCursor<T> implements Cursor<T> {
  private final Iterator<Supplier<Cursor<T>>> parts;
  private @Nullable Cursor<T> current;

  JoinedCursor(List<Supplier<Cursor<T>>> parts) {
    this.parts = parts.iterator();
  }

  @Override
  public boolean hasNext() {
    while (current == null || !current.hasNext()) {
      close();
      if (!parts.hasNext()) {
        return false;
      }
      current = parts.next().get();
    }
    return true;
  }

  @Override
  public T next() {
    if (!hasNext() || current == null) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
