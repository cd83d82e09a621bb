// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.query.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which nodes have a value in a field of their resources of one type. An answer may hold too many
 * nodes, never too few: queries test what they find. Lists are sorted arrays that are replaced, for
 * most values have one node and a few have all: four bytes for each.
 */
final class FieldIndex {
  private static final ExporterResources[] NONE = {};
  private final String field;
  private final Map<Object, ExporterResources[]> byValue = new ConcurrentHashMap<>();

  FieldIndex(String field) {
    this.field = field;
  }

  /** An index of all that there is. */
  static FieldIndex of(String field, Collection<ExporterResources> sorted) {
    FieldIndex index = new FieldIndex(field);
    Map<Object, List<ExporterResources>> all = new HashMap<>();
    for (ExporterResources exporter : sorted) {
      for (Object value : index.values(exporter.resources())) {
        all.computeIfAbsent(value, v -> new ArrayList<>()).add(exporter);
      }
    }
    all.forEach((value, nodes) -> index.byValue.put(value, nodes.toArray(NONE)));
    return index;
  }

  /** The nodes that may have a value, sorted by name; the array is not to be changed. */
  ExporterResources[] with(Object value) {
    return byValue.getOrDefault(Field.indexed(field, value), NONE);
  }

  private Set<Object> values(List<ExportedResource> resources) {
    Set<Object> values = new HashSet<>();
    resources.forEach(r -> values.addAll(Field.values(r.resource(), field)));
    return values;
  }

  /** Before an exporter's resources are replaced: a query finds it by old and new values. */
  void prepare(ExporterResources exporter, List<ExportedResource> next) {
    Set<Object> added = values(next);
    added.removeAll(values(exporter.resources()));
    added.forEach(
        value -> byValue.merge(value, new ExporterResources[] {exporter}, FieldIndex::add));
  }

  /** After they were replaced: only new values find it. */
  void settle(ExporterResources exporter, List<ExportedResource> before) {
    Set<Object> gone = values(before);
    gone.removeAll(values(exporter.resources()));
    gone.forEach(value -> byValue.computeIfPresent(value, (v, nodes) -> remove(nodes, exporter)));
  }

  private static ExporterResources[] add(ExporterResources[] nodes, ExporterResources[] one) {
    int at = Arrays.binarySearch(nodes, one[0]);
    if (at >= 0) {
      return nodes;
    }
    int to = -at - 1;
    ExporterResources[] more = Arrays.copyOf(nodes, nodes.length + 1);
    System.arraycopy(nodes, to, more, to + 1, nodes.length - to);
    more[to] = one[0];
    return more;
  }

  /** Null, which removes the value, when nobody is left. */
  @SuppressWarnings("NullAway") // a map's remapping may answer null
  private static ExporterResources[] remove(ExporterResources[] nodes, ExporterResources gone) {
    int at = Arrays.binarySearch(nodes, gone);
    if (at < 0) {
      return nodes;
    }
    if (nodes.length == 1) {
      return null;
    }
    ExporterResources[] fewer = Arrays.copyOf(nodes, nodes.length - 1);
    System.arraycopy(nodes, at + 1, fewer, at, nodes.length - at - 1);
    return fewer;
  }
}
