// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/** How much a scan shows of each document. */
public enum Projection {
  /** Key, token and attributes. */
  HEADS,
  /** The values too. */
  VALUES
}
