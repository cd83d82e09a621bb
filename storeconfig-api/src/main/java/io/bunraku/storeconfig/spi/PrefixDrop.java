// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/**
 * A backend may offer this: it purges all documents below a prefix at once, which has to be cheaper
 * than reading each head and deleting one by one. Only what nobody writes any more is dropped so:
 * reports of days long gone.
 */
public interface PrefixDrop {

  /**
   * Purges what is below a prefix, whatever its tokens are. What is written there meanwhile may be
   * purged or stay. After a failure some of it may be gone; it may be dropped again.
   *
   * @return how many documents were purged
   */
  long drop(KeyPrefix prefix);

  /** Whether it can be done for a prefix; if not, documents are purged one by one. */
  default boolean canDrop(KeyPrefix prefix) {
    return true;
  }
}
