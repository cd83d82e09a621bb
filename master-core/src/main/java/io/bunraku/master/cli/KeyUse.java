// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.cli;

import io.bunraku.master.Stores;
import io.bunraku.master.config.MasterConfig;
import io.bunraku.storeconfig.Keyring;
import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.transfer.KeyRotation;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a store's secrets are encrypted with.
 *
 * @param documents how many, by the epoch of the key; 0 for those that are not encrypted
 * @param newest the key of new values, or null on a machine without keys
 */
record KeyUse(SortedMap<Integer, Long> documents, @Nullable Integer newest) {

  /** Reads the whole store. */
  static KeyUse of(MasterConfig config, StorePlace place) {
    try (StoreAdmin store = place.open()) {
      SortedMap<Integer, Long> use = KeyRotation.use(store);
      Keyring keys = Stores.keyring(config);
      if (keys != null) {
        keys.keys().keySet().forEach(epoch -> use.putIfAbsent(epoch, 0L));
      }
      return new KeyUse(use, keys == null ? null : keys.current());
    }
  }

  /** One line a key. */
  String text() {
    StringBuilder lines = new StringBuilder();
    documents.forEach((epoch, count) -> {
      String key = epoch == 0 ? "not encrypted" : "key " + epoch;
      String what = epoch.equals(newest) ? "the key of new values" : advice(count);
      lines.append(
          String.format(
              Locale.ROOT,
              "%s%s: %,d document(s), %s",
              lines.isEmpty() ? "" : "%n".formatted(),
              key,
              count,
              what));
    });
    return lines.isEmpty() ? "no secrets and no keys" : lines.toString();
  }

  private static String advice(long count) {
    return count == 0
        ? "no longer used: its line may go once no spool holds anything"
        : "still needed; 'bunraku store rotate' encrypts them anew";
  }
}
