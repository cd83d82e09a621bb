// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.spi.ChangeFeed;
import io.bunraku.storeconfig.spi.Key;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Notes what a feed tells. */
final class Told implements ChangeFeed.Changes {
  private final Set<Key> keys = new LinkedHashSet<>();
  private boolean lost;

  @Override
  public synchronized void changed(Key key) {
    keys.add(key);
  }

  @Override
  public synchronized void lost() {
    lost = true;
  }

  synchronized Set<Key> keys() {
    return Set.copyOf(keys);
  }

  /** What it has neither told nor said to be lost. */
  synchronized List<Key> missed(Collection<Key> changed) {
    return lost ? List.of() : changed.stream().filter(key -> !keys.contains(key)).toList();
  }

  /** Whether something was lost since the last question; and forgets it. */
  synchronized boolean takeLost() {
    boolean was = lost;
    lost = false;
    return was;
  }

  /** What was told since the last question; and forgets it. */
  synchronized Set<Key> take() {
    Set<Key> all = Set.copyOf(keys);
    keys.clear();
    return all;
  }

  synchronized void forget() {
    keys.clear();
    lost = false;
  }
}
