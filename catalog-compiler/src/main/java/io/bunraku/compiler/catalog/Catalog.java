// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.ruby.RubyInspect;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The resources and their containment while the catalog is made: a table, an order and a graph. */
final class Catalog {

  private final Map<String, Map<Object, CatalogResource>> table = new HashMap<>();
  private final List<CatalogResource> resources = new ArrayList<>();
  private final List<String> classes = new ArrayList<>();
  private final TagTable tagTable;
  private TagList tags;

  Catalog(TagTable tagTable) {
    this.tagTable = tagTable;
    this.tags = tagTable.empty();
  }

  /** All resources in the order in which they were added. */
  List<CatalogResource> resources() {
    return resources;
  }

  /** Names of the classifier's classes, then those of evaluated classes and nodes. */
  List<String> classes() {
    return classes;
  }

  TagList tags() {
    return tags;
  }

  void addClass(String name) {
    classes.add(name);
    tags = tagTable.add(tags, name, null);
  }

  void mergeTags(CatalogResource resource) {
    tags = tags.merge(resource.tags());
  }

  /**
   * Adds a resource.
   *
   * @throws EvaluationException if there is one of that type and title, or with that alias
   */
  void add(CatalogResource resource) {
    Map<Object, CatalogResource> titles =
        table.computeIfAbsent(resource.type(), type -> new HashMap<>());
    CatalogResource existing = titles.get(resource.title());
    if (existing != null) {
      throw duplicate(resource, existing);
    }
    titles.put(resource.title(), resource);
    resources.add(resource);
    addAliases(resource, titles);
  }

  private static EvaluationException duplicate(CatalogResource resource, CatalogResource existing) {
    String location = existing.location();
    return new EvaluationException(
        "Duplicate declaration: "
            + resource
            + " is already declared"
            + (location.isEmpty() ? "" : " at " + location)
            + "; cannot redeclare"
            + (resource.site() == null ? "" : resource.site().location()));
  }

  private void addAliases(CatalogResource resource, Map<Object, CatalogResource> titles) {
    for (Object alias : aliases(resource.params().value("alias"))) {
      addAlias(resource, alias, titles);
    }
    if (!Uniqueness.isIsomorphic(resource)) {
      return;
    }
    List<Object> key = Uniqueness.key(resource);
    if (key.stream().anyMatch(Uniqueness::isTruthy) && !key.equals(List.of(resource.title()))) {
      addAlias(resource, key, titles);
    }
  }

  /** The explicit aliases, in order, without undef. */
  static List<Object> aliases(Object value) {
    List<Object> all = new ArrayList<>();
    flatten(value, all);
    return all;
  }

  static void flatten(Object value, List<Object> into) {
    if (value instanceof List<?> many) {
      many.forEach(one -> flatten(one, into));
    } else if (value != Undef.UNDEF) {
      into.add(value);
    }
  }

  static void addAlias(
      CatalogResource resource, Object alias, Map<Object, CatalogResource> titles) {
    if (alias.equals(resource.title())) {
      return;
    }
    Object key = alias instanceof List<?> list && list.size() == 1 ? list.get(0) : alias;
    CatalogResource existing = titles.get(key);
    if (existing == resource) {
      return;
    }
    if (existing != null) {
      throw aliasTaken(resource, alias, existing);
    }
    titles.put(key, resource);
  }

  private static EvaluationException aliasTaken(
      CatalogResource resource, Object alias, CatalogResource existing) {
    List<Object> reference = new ArrayList<>();
    reference.add(resource.type());
    if (alias instanceof List<?> list) {
      reference.addAll(list);
    } else {
      reference.add(alias);
    }
    String location = resource.location();
    return new EvaluationException(
        "Cannot alias "
            + resource
            + " to "
            + RubyInspect.inspect(alias)
            + (location.isEmpty() ? "" : " at " + location)
            + "; resource "
            + RubyInspect.inspect(reference)
            + " already declared"
            + (existing.site() == null ? "" : existing.site().location()));
  }

  /** The resource of that type (capitalised) and title or alias, or null. */
  @Nullable CatalogResource find(String type, Object title) {
    Map<Object, CatalogResource> titles = table.get(type);
    return titles == null ? null : titles.get(title);
  }

  /** Puts a resource into a container. */
  void addEdge(CatalogResource container, CatalogResource content) {
    if (!contains(content.containers(), container)) {
      container.targets().add(content);
      content.containers().add(container);
    }
  }

  boolean hasEdge(CatalogResource container, CatalogResource content) {
    return contains(content.containers(), container);
  }

  private static boolean contains(List<CatalogResource> list, CatalogResource resource) {
    for (CatalogResource one : list) {
      if (one == resource) {
        return true;
      }
    }
    return false;
  }

  /** Visits all edges that are reached from a resource, the nearest first. */
  void walk(CatalogResource start, BiConsumer<CatalogResource, CatalogResource> edge) {
    Deque<CatalogResource> queue = new ArrayDeque<>();
    Set<CatalogResource> seen = new HashSet<>();
    queue.add(start);
    while (!queue.isEmpty()) {
      CatalogResource container = queue.remove();
      if (seen.add(container)) {
        for (CatalogResource content : container.targets()) {
          edge.accept(container, content);
        }
        queue.addAll(container.targets());
      }
    }
  }
}
