// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.query.Field;
import io.bunraku.storeconfig.query.Filter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The exports of one type. A field (title, tag or a parameter) is indexed when a collector first
 * asks for a value of it, so memory is spent on what a site's code asks for.
 */
final class TypeReplica {
  private final NavigableMap<String, ExporterResources> nodes = new ConcurrentSkipListMap<>();
  private final Map<String, FieldIndex> fields = new ConcurrentHashMap<>();

  /** Replaces what a node exports of this type; one thread at a time. */
  synchronized void put(String node, List<ExportedResource> resources) {
    ExporterResources exporter = nodes.get(node);
    if (exporter == null) {
      exporter = new ExporterResources(node);
    }
    List<ExportedResource> before = exporter.resources();
    for (FieldIndex index : fields.values()) {
      index.prepare(exporter, resources);
    }
    exporter.replace(resources);
    if (resources.isEmpty()) {
      nodes.remove(node);
    } else {
      nodes.putIfAbsent(node, exporter);
    }
    for (FieldIndex index : fields.values()) {
      index.settle(exporter, before);
    }
  }

  private FieldIndex index(String field) {
    FieldIndex known = fields.get(field);
    return known != null ? known : build(field);
  }

  private synchronized FieldIndex build(String field) {
    return fields.computeIfAbsent(field, f -> FieldIndex.of(f, nodes.values()));
  }

  /** The nodes that may have what a filter accepts, sorted by name. */
  Collection<ExporterResources> candidates(Filter filter) {
    ExporterResources[] some = narrowed(filter);
    return some == null ? nodes.values() : Arrays.asList(some);
  }

  /** The same, or null when no index helps. */
  private ExporterResources @Nullable [] narrowed(Filter filter) {
    return switch (filter) {
      case Filter.Eq eq -> Field.isIndexed(eq.value()) ? index(eq.field()).with(eq.value()) : null;
      case Filter.And and -> smallest(and.operands());
      case Filter.Or or -> union(or.operands());
      case Filter.NotEq ne -> null;
      case Filter.Always all -> null;
    };
  }

  private ExporterResources @Nullable [] smallest(List<Filter> operands) {
    ExporterResources[] best = null;
    for (Filter operand : operands) {
      ExporterResources[] some = narrowed(operand);
      if (some != null && (best == null || some.length < best.length)) {
        best = some;
      }
    }
    return best;
  }

  private ExporterResources @Nullable [] union(List<Filter> operands) {
    TreeSet<ExporterResources> all = new TreeSet<>();
    for (Filter operand : operands) {
      ExporterResources[] some = narrowed(operand);
      if (some == null) {
        return null;
      }
      all.addAll(Arrays.asList(some));
    }
    return all.toArray(new ExporterResources[0]);
  }
}
