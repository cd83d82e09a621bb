// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.internal;

import io.bunraku.storeconfig.spi.KeyPrefix;
import io.bunraku.storeconfig.spi.PrefixDrop;
import java.util.function.ToLongFunction;

/**
 * A drop that a decorator passes on in its own way.
 *
 * @param own what the backend below offers
 * @param way how it is passed on
 */
record DropThrough(PrefixDrop own, ToLongFunction<KeyPrefix> way) implements PrefixDrop {
  @Override
  public long drop(KeyPrefix prefix) {
    return way.applyAsLong(prefix);
  }

  @Override
  public boolean canDrop(KeyPrefix prefix) {
    return own.canDrop(prefix);
  }
}
