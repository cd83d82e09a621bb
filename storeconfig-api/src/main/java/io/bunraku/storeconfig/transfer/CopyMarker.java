// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Value;
import org.jspecify.annotations.Nullable;

/**
 * The document {@code store/copy} of a target: whose copy it is going to be. Without it nothing is
 * copied into a store that holds something.
 */
final class CopyMarker {
  private static final Key KEY = Key.of("store", "copy");
  private final StoreAdmin target;
  private final String source;

  CopyMarker(StoreAdmin target, String source) {
    this.target = target;
    this.source = source;
  }

  /** Refuses a target that is something else, and marks one that is empty. */
  void require(long sourceEpoch) {
    long epoch = target.epoch().epoch();
    String marked = marked();
    if (marked == null && epoch > sourceEpoch) {
      throw new StoreException(
          "%s has epoch %d, above the %d of %s: it is a finished copy already"
              .formatted(target.name(), epoch, sourceEpoch, source));
    }
    if (marked != null && !marked.equals(source)) {
      throw new StoreException(
          "%s is the unfinished copy of %s: empty it first".formatted(target.name(), marked));
    }
    if (marked == null) {
      requireEmpty();
      target.documents().write(KEY, Value.of(Bytes.utf8(source)), stored().token());
    }
  }

  private Stored stored() {
    return target.documents().read(KEY);
  }

  private @Nullable String marked() {
    return stored().values().stream().findFirst().map(v -> v.bytes().text()).orElse(null);
  }

  private void requireEmpty() {
    try (Cursor<Entry> heads = target.documents().scan(KeyPrefix.ALL, Projection.HEADS)) {
      while (heads.hasNext()) {
        Key key = heads.next().key();
        if (CanonicalHash.isContent(key)) {
          throw new StoreException(
              "%s is not empty, it holds %s: nothing is copied over it"
                  .formatted(target.name(), key));
        }
      }
    }
  }

  void remove() {
    target.documents().delete(KEY, stored().token());
  }
}
