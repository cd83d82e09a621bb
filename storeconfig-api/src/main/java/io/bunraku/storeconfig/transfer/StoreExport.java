// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.json.Json;
import io.bunraku.storeconfig.spi.Cursor;
import io.bunraku.storeconfig.spi.Entry;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.Projection;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a store as lines of JSON: a head, a line for each document, and a last line with their
 * number and canonical hash. Secrets stay sealed.
 */
public final class StoreExport {
  static final String FORMAT = "bunraku-store-1";

  private StoreExport() {}

  /**
   * Writes all documents. Each is whole; those that are written meanwhile may be in either state.
   *
   * @return hash and number of what was written
   */
  public static CanonicalHash write(StoreAdmin store, OutputStream out) throws IOException {
    line(out, Map.of("format", FORMAT, "epoch", store.epoch().epoch()));
    CanonicalHash hash = new CanonicalHash();
    try (Cursor<Entry> all = store.documents().scan(KeyPrefix.ALL, Projection.VALUES)) {
      while (all.hasNext()) {
        Entry entry = all.next();
        if (CanonicalHash.isContent(entry.key())) {
          Value value = single(store, entry);
          hash.add(entry.key(), List.of(value));
          line(out, document(entry.key(), value));
        }
      }
    }
    line(out, Map.of("documents", hash.documents(), "hash", hash.hex()));
    return hash;
  }

  /** Concurrent values are merged first, as a master's next write would. */
  private static Value single(StoreAdmin store, Entry entry) {
    if (entry.values().size() == 1) {
      return entry.values().get(0);
    }
    store.heal(entry.key());
    List<Value> now = store.documents().read(entry.key()).values();
    if (now.size() != 1) {
      throw new StoreException("The concurrent values of " + entry.key() + " cannot be merged");
    }
    return now.get(0);
  }

  private static Map<String, ?> document(Key key, Value value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("key", key.path());
    map.put("attributes", value.attributes());
    map.put("bytes", Base64.getEncoder().encodeToString(value.bytes().array()));
    return map;
  }

  private static void line(OutputStream out, Map<String, ?> map) throws IOException {
    Bytes json = Json.write(map);
    out.write(json.array());
    out.write('\n');
  }
}
