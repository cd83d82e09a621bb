// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.merge.Merge;
import io.bunraku.storeconfig.model.ExportSet;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.query.ResourceQuery;
import io.bunraku.storeconfig.spi.Key;
import io.bunraku.storeconfig.spi.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * All exports in memory, indexed by type and node. Changes are applied one at a time; queries read
 * without a lock, and see a node's resources of one type change at once.
 */
final class ExportReplica {
  private final Merge<ExportSet> merge = Families.EXPORTS.merge();
  private final Map<Key, Held> held = new HashMap<>();
  private final Map<String, NavigableMap<String, List<ExportedResource>>> byType =
      new ConcurrentHashMap<>();

  /** A set with the token of the state it was read from; null where it was only written. */
  private record Held(ExportSet set, @Nullable Token token) {}

  List<ExportedResource> find(ResourceQuery query) {
    List<ExportedResource> found = new ArrayList<>();
    byType
        .getOrDefault(query.type(), Collections.emptyNavigableMap())
        .forEach((node, resources) -> {
          if (!node.equals(query.askingNode())) {
            resources.stream().filter(r -> accepts(query, r)).forEach(found::add);
          }
        });
    return found;
  }

  private static boolean accepts(ResourceQuery query, ExportedResource exported) {
    return (query.environment() == null || query.environment().equals(exported.environment()))
        && query.filter().test(exported.resource());
  }

  /** Takes a set over unless what is held is newer; a read may be older than an own write. */
  synchronized void apply(ExportSet set, @Nullable Token token) {
    Key key = Families.exports(set.node());
    Held old = held.get(key);
    ExportSet now = old == null ? set : merge.merge(old.set(), set);
    held.put(key, new Held(now, token));
    if (old == null || !now.equals(old.set())) {
      index(set.node().value(), now.resources(), old == null ? List.of() : old.set().resources());
    }
  }

  /** Forgets a document that is no longer in the store. */
  synchronized void forget(Key key) {
    Held old = held.remove(key);
    if (old != null) {
      index(old.set().node().value(), List.of(), old.set().resources());
    }
  }

  synchronized boolean isCurrent(Key key, Token token) {
    Held known = held.get(key);
    return known != null && token.equals(known.token());
  }

  synchronized Set<Key> keys() {
    return Set.copyOf(held.keySet());
  }

  private void index(String node, List<ExportedResource> now, List<ExportedResource> before) {
    Map<String, List<ExportedResource>> types = new HashMap<>();
    before.forEach(r -> types.put(r.resource().type(), new ArrayList<>()));
    now.forEach(r -> types.computeIfAbsent(r.resource().type(), t -> new ArrayList<>()).add(r));
    types.forEach((type, resources) -> put(type, node, resources));
  }

  private void put(String type, String node, List<ExportedResource> resources) {
    NavigableMap<String, List<ExportedResource>> nodes =
        byType.computeIfAbsent(type, t -> new ConcurrentSkipListMap<>());
    if (resources.isEmpty()) {
      nodes.remove(node);
    } else {
      nodes.put(node, resources);
    }
  }
}
