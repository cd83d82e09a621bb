// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/** What a store does with two writes that have seen the same state. */
public enum ConflictModel {
  /** The second gets {@link WriteOutcome.Conflict}. */
  COMPARE_AND_SET,
  /** Both are kept and a read shows both. */
  SIBLINGS
}
