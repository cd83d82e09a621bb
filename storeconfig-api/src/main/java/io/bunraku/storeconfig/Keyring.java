// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Bytes;
import java.util.Map;

/**
 * Keys for secrets at rest. New values are encrypted with the current epoch's key; old epochs are
 * kept until no value uses them.
 *
 * @param current the epoch to write with, from 1
 * @param keys epoch to AES key of 16 or 32 bytes
 */
public record Keyring(int current, Map<Integer, Bytes> keys) {

  /** Checks that the current key is there. */
  public Keyring {
    keys = Map.copyOf(keys);
    if (!keys.containsKey(current)) {
      throw new IllegalArgumentException("The keyring has no key of epoch " + current);
    }
  }
}
