// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.util.List;

/**
 * A backend may offer this: some writes in one transaction, which costs one disk flush instead of
 * several.
 */
public interface AtomicWrites {

  /**
   * Writes all or nothing, in order. No key occurs twice.
   *
   * @return one outcome a write: all {@code Written}; or, nothing having been written, all {@code
   *     Conflict}; or all {@code Unknown}
   */
  List<WriteOutcome> writeAll(List<Write> writes);

  /**
   * Whether some documents can be written in one transaction. If not, they are written one by one.
   *
   * @param keys not empty
   */
  default boolean together(List<Key> keys) {
    return true;
  }

  /**
   * One write of several.
   *
   * @param key where
   * @param value what
   * @param seen the token of the state that was read
   */
  record Write(Key key, Value value, Token seen) {}
}
