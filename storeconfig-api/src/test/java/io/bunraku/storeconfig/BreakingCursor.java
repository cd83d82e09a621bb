// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.StoreUnavailableException;

/** A scan whose connection breaks after some entries. */
final class BreakingCursor implements Cursor<Entry> {
  private final Cursor<Entry> whole;
  private int left;

  BreakingCursor(Cursor<Entry> whole, int lasts) {
    this.whole = whole;
    this.left = lasts;
  }

  @Override
  public boolean hasNext() {
    return whole.hasNext();
  }

  @Override
  public Entry next() {
    if (left-- == 0) {
      throw new StoreUnavailableException("The connection broke");
    }
    return whole.next();
  }

  @Override
  public void close() {
    whole.close();
  }
}
