// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

/** What became of a document that was given to a store. */
public enum Put {
  /** It was written. */
  WRITTEN,
  /** The stored content was equal; nothing was written. */
  UNCHANGED,
  /** The store has a newer one, which stays. */
  STALE
}
