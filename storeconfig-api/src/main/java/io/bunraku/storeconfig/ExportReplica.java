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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All exports in memory, indexed by type, node, and by the fields that collectors ask for. Changes
 * are applied one at a time; queries read without a lock, and see a node's resources of one type
 * change at once.
 */
final class ExportReplica {
  private final Merge<ExportSet> merge = Families.EXPORTS.merge();
  private final SharedTexts texts = new SharedTexts();
  private final Map<Key, Held> held = new HashMap<>();
  private final Map<String, TypeReplica> byType = new ConcurrentHashMap<>();
  private int resources;

  /** A set with the token of the state it was read from; null where it was only written. */
  private record Held(ExportSet set, @Nullable Token token) {}

  List<ExportedResource> find(ResourceQuery query) {
    List<ExportedResource> found = new ArrayList<>();
    TypeReplica type = byType.get(query.type());
    if (type == null) {
      return found;
    }
    for (ExporterResources exporter : type.candidates(query.filter())) {
      if (!exporter.node().equals(query.askingNode())) {
        for (ExportedResource resource : exporter.resources()) {
          if (accepts(query, resource)) {
            found.add(resource);
          }
        }
      }
    }
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
    if (old != null && now.equals(old.set())) {
      held.put(key, new Held(old.set(), token));
      return;
    }
    ExportSet shared = texts.shared(now);
    held.put(key, new Held(shared, token));
    index(shared.node().value(), shared.resources(), old == null ? List.of() : before(old));
  }

  /** Forgets a document that is no longer in the store. */
  synchronized void forget(Key key) {
    Held old = held.remove(key);
    if (old != null) {
      index(old.set().node().value(), List.of(), before(old));
    }
  }

  private static List<ExportedResource> before(Held old) {
    return old.set().resources();
  }

  synchronized boolean isCurrent(Key key, Token token) {
    Held known = held.get(key);
    return known != null && token.equals(known.token());
  }

  synchronized Set<Key> keys() {
    return Set.copyOf(held.keySet());
  }

  /** How many resources are held. */
  synchronized int size() {
    return resources;
  }

  private void index(String node, List<ExportedResource> now, List<ExportedResource> before) {
    Map<String, List<ExportedResource>> types = new HashMap<>();
    before.forEach(r -> types.put(r.resource().type(), new ArrayList<>()));
    now.forEach(r -> types.computeIfAbsent(r.resource().type(), t -> new ArrayList<>()).add(r));
    types.forEach((type, of) ->
        byType.computeIfAbsent(type, t -> new TypeReplica()).put(node, List.copyOf(of)));
    resources += now.size() - before.size();
  }
}
