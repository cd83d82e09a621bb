// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.local;

import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PagedCursor;
import io.bunraku.storeconfig.spi.Projection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads pages in the order of keys; between two pages it holds nothing of the database. */
final class PagedScan implements PagedCursor.Pages<Entry> {
  private static final int HEADS = 1000;
  private static final int VALUES = 32;

  /** Greater than every key: no UTF-8 begins so. */
  private static final byte[] END = {(byte) 0xff};

  private final Database database;
  private final Projection projection;
  private final byte[] before;
  private final int size;
  private byte[] after;
  private boolean last;

  PagedScan(Database database, KeyPrefix prefix, Projection projection) {
    this.database = database;
    this.projection = projection;
    this.size = projection == Projection.VALUES ? VALUES : HEADS;
    this.after = Rows.bytes(prefix.path());
    this.before = end(prefix);
  }

  /** A prefix ends with a slash, and what follows the slash in the order of bytes is a zero. */
  static byte[] end(KeyPrefix prefix) {
    byte[] end = Rows.bytes(prefix.path());
    if (end.length == 0) {
      return END;
    }
    end[end.length - 1]++;
    return end;
  }

  @Override
  public @Nullable List<Entry> next() {
    if (last) {
      return null;
    }
    byte[] from = after;
    List<Entry> entries =
        database.reading(session -> Rows.page(session, from, before, projection, size));
    last = entries.size() < size;
    if (!entries.isEmpty()) {
      after = Rows.bytes(entries.get(entries.size() - 1).key().path());
    }
    return entries;
  }
}
