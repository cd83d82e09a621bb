// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.json.Codec;
import io.bunraku.storeconfig.model.json.Fields;
import java.util.Comparator;
import java.util.Map;

/**
 * The document {@code store/epoch}: which of several copies of one store is the living one. A copy
 * has a higher epoch than its source; a fenced store is read-only for every master.
 *
 * @param epoch 1 for a store that is no copy
 * @param change counts changes of this document
 * @param fenced whether masters must not write
 * @param note why, for people
 */
public record StoreEpoch(long epoch, long change, boolean fenced, String note) {
  /** What a store without the document has. */
  public static final StoreEpoch FIRST = new StoreEpoch(1, 0, false, "");

  private static final Comparator<StoreEpoch> ORDER =
      Comparator.comparingLong(StoreEpoch::epoch)
          .thenComparingLong(StoreEpoch::change)
          .thenComparing(StoreEpoch::fenced)
          .thenComparing(StoreEpoch::note);

  static final Codec<StoreEpoch> CODEC =
      Codec.object(
          e ->
              Map.of(
                  "epoch", e.epoch,
                  "change", e.change,
                  "fenced", e.fenced,
                  "note", e.note),
          StoreEpoch::read);

  private static StoreEpoch read(Fields f) {
    return new StoreEpoch(f.number("epoch"), f.number("change"), f.flag("fenced"), f.text("note"));
  }

  static StoreEpoch merge(StoreEpoch a, StoreEpoch b) {
    return ORDER.compare(a, b) >= 0 ? a : b;
  }

  Map<String, String> attributes() {
    return Map.of("epoch", Long.toString(epoch), "fenced", Boolean.toString(fenced));
  }

  /** The same store, read-only. */
  public StoreEpoch fence(String why) {
    return new StoreEpoch(epoch, change + 1, true, why);
  }

  /** The same store, writable again. */
  public StoreEpoch release() {
    return new StoreEpoch(epoch, change + 1, false, "");
  }
}
