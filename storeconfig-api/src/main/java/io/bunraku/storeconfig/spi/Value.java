// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import io.bunraku.storeconfig.model.Bytes;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is kept under a key.
 *
 * @param bytes opaque to the backend
 * @param attributes a few short ASCII pairs that a scan of heads shows without reading the bytes
 */
public record Value(Bytes bytes, Map<String, String> attributes) {

  /** Sorts and freezes the attributes. */
  public Value {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** A value without attributes. */
  public static Value of(Bytes bytes) {
    return new Value(bytes, Map.of());
  }
}
