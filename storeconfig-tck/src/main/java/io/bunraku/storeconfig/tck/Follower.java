// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.tck;

import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Keeps documents current by what a feed tells, as a replica does: it reads what has changed. */
final class Follower {
  private final Map<Key, List<String>> known = new HashMap<>();
  private final Told told;
  private final List<Key> keys;
  private final Function<Key, Stored> store;

  Follower(Told told, List<Key> keys, Function<Key, Stored> store) {
    this.told = told;
    this.keys = List.copyOf(keys);
    this.store = store;
  }

  /** Reads what was told since the last time; all of it, if something was lost. */
  void follow() {
    Set<Key> changed = told.take();
    if (told.takeLost()) {
      keys.forEach(this::read);
    }
    changed.forEach(this::read);
  }

  private void read(Key key) {
    known.put(key, BackendContract.texts(store.apply(key).values()));
  }

  List<String> texts(Key key) {
    return known.getOrDefault(key, List.of());
  }
}
