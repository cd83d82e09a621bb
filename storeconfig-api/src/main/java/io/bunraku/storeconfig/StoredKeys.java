// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.merge.Union;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.json.Codec;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The document {@code store/keys}: fingerprints of the keys that masters encrypt with. A master
 * with other keys would write what nobody else can read, so it is told before it writes.
 */
final class StoredKeys {
  private static final Key KEY = Key.of("store", "keys");
  private static final Codec<Map<String, Object>> CODEC =
      Codec.object(prints -> Map.of("prints", prints), f -> f.map("prints"));
  private static final Union<String, Object> UNION =
      new Union<>((a, b) -> a.toString().compareTo(b.toString()) <= 0 ? a : b);
  private static final Family<Map<String, Object>> FAMILY =
      new Family<>(CODEC, UNION, prints -> Map.of(), false);

  private final Documents documents;
  private final @Nullable Keyring keyring;

  StoredKeys(Documents documents, @Nullable Keyring keyring) {
    this.documents = documents;
    this.keyring = keyring;
  }

  void verify() {
    Map<String, Object> own = prints();
    Map<String, Object> known =
        documents
            .update(
                FAMILY,
                KEY,
                seen -> {
                  Map<String, Object> before = seen.value().orElse(Map.of());
                  requireEqual(before, own);
                  return before.keySet().containsAll(own.keySet())
                      ? null
                      : UNION.merge(before, own);
                })
            .now()
            .value()
            .orElse(Map.of());
    requireEqual(known, own);
  }

  private Map<String, Object> prints() {
    Map<String, Object> prints = new TreeMap<>();
    if (keyring != null) {
      keyring.keys().forEach((epoch, key) -> prints.put(epoch.toString(), print(epoch, key)));
    }
    return prints;
  }

  /** Of 256 random bits a hash tells nothing. */
  private static String print(int epoch, Bytes key) {
    String text = "bunraku store key " + epoch + " " + HexFormat.of().formatHex(key.array());
    return Bytes.utf8(text).sha256().substring(0, 32);
  }

  /** An old key may have been destroyed; a newer one that is missing here is in use elsewhere. */
  private static void requireEqual(Map<String, Object> known, Map<String, Object> own) {
    int newest = own.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
    known.forEach((epoch, print) -> {
      Object mine = own.get(epoch);
      if (mine == null ? Integer.parseInt(epoch) > newest : !mine.equals(print)) {
        throw new StoreException(
            "This store's secrets are encrypted with "
                + (mine == null ? "a key that this master does not have" : "another key")
                + " (epoch "
                + epoch
                + "): give this master the store.keys of the others");
      }
    });
  }
}
