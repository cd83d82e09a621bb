// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cursor that changes or leaves out what another one yields. */
final class WholeEntries implements Cursor<Entry> {
  private final Cursor<Entry> cursor;
  private final Function<Entry, @Nullable Entry> change;
  private @Nullable Entry next;

  WholeEntries(Cursor<Entry> cursor, Function<Entry, @Nullable Entry> change) {
    this.cursor = cursor;
    this.change = change;
  }

  @Override
  public boolean hasNext() {
    while (next == null && cursor.hasNext()) {
      next = change.apply(cursor.next());
    }
    return next != null;
  }

  @Override
  public Entry next() {
    Entry entry = hasNext() ? next : null;
    if (entry == null) {
      throw new NoSuchElementException();
    }
    next = null;
    return entry;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
