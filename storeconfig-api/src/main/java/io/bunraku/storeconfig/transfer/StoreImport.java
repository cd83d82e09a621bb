// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.transfer;

import io.bunraku.storeconfig.StoreAdmin;
import io.bunraku.storeconfig.StoreEpoch;
import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.json.Fields;
import io.bunraku.storeconfig.model.json.MalformedDocumentException;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.StoreException;
import io.bunraku.storeconfig.spi.Stored;
import io.bunraku.storeconfig.spi.Value;
import io.bunraku.storeconfig.spi.WriteOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link StoreExport} has written into an empty store. */
public final class StoreImport {
  private static final int ATTEMPTS = 10;
  private final StoreAdmin store;
  private final CanonicalHash hash = new CanonicalHash();

  private StoreImport(StoreAdmin store) {
    this.store = store;
  }

  /**
   * Writes all documents of a file, checks that the file is whole, and gives the store the next
   * epoch. May be run again after an interruption.
   *
   * @param name of the file
   * @return hash and number of what was read
   */
  public static CanonicalHash read(StoreAdmin store, BufferedReader in, String name)
      throws IOException {
    return new StoreImport(store).read(in, name);
  }

  private CanonicalHash read(BufferedReader in, String name) throws IOException {
    try {
      Fields head = next(in, name);
      if (!StoreExport.FORMAT.equals(head.textOrNull("format"))) {
        throw new StoreException(name + ": is no export of a store");
      }
      long epoch = head.number("epoch");
      CopyMarker marker = new CopyMarker(store, name);
      marker.require(epoch);
      Fields line = next(in, name);
      for (; line.textOrNull("key") != null; line = next(in, name)) {
        put(new Key(line.text("key")), value(line));
      }
      requireWhole(line, name);
      store.change(e -> new StoreEpoch(epoch + 1, e.change() + 1, false, "import of " + name));
      marker.remove();
      return hash;
    } catch (MalformedDocumentException | IllegalArgumentException e) {
      throw new StoreException(name + ": is damaged: " + e.getMessage(), e);
    }
  }

  private static Fields next(BufferedReader in, String name) throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new StoreException(name + ": is cut off, its last line is missing");
    }
    return Fields.parse(Bytes.utf8(line));
  }

  private void requireWhole(Fields last, String name) {
    if (last.number("documents") != hash.documents() || !last.text("hash").equals(hash.hex())) {
      throw new StoreException(
          name + ": its content is not what its last line says: the import is not finished");
    }
  }

  private void put(Key key, Value value) {
    hash.add(key, List.of(value));
    for (int i = 0; i < ATTEMPTS; i++) {
      Stored there = store.documents().read(key);
      if (there.values().equals(List.of(value))
          || store.documents().write(key, value, there.token()) instanceof WriteOutcome.Written) {
        return;
      }
    }
    throw new StoreException("No turn to write " + key);
  }

  private static Value value(Fields f) {
    Map<String, String> attributes = new TreeMap<>();
    f.map("attributes").forEach((k, v) -> attributes.put(k, String.valueOf(v)));
    return new Value(Bytes.of(Base64.getDecoder().decode(f.text("bytes"))), attributes);
  }
}
