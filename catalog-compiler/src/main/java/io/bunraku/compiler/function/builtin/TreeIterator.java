// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.type.AnyType;
import io.bunraku.compiler.type.ArrayType;
import io.bunraku.compiler.type.HashType;
import io.bunraku.compiler.type.ObjectType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.RuntimeType;
import io.bunraku.compiler.type.VariantType;
import io.bunraku.compiler.value.PuppetIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks through nested lists and hashes; each element is a path and the value that it leads to. */
final class TreeIterator extends PuppetIterator {

  private static final PuppetType CONTAINERS =
      VariantType.of(ArrayType.DEFAULT, HashType.DEFAULT, ObjectType.DEFAULT);

  private final boolean depthFirst;
  private final boolean withContainers;
  private final boolean withValues;
  private final PuppetType containers;
  private final boolean withObjects;
  private final boolean withReferences;

  /** Containers whose children are still to be visited, the next one first. */
  private final Deque<Children> open = new ArrayDeque<>();

  private @Nullable Object next;

  private record Children(List<Object> path, Iterator<List<Object>> entries) {}

  private TreeIterator(Object root, Map<?, ?> options) {
    depthFirst = !"breadth_first".equals(options.get("order"));
    withContainers = option(options, "include_containers");
    withValues = option(options, "include_values");
    containers = options.get("container_type") instanceof PuppetType type ? type : CONTAINERS;
    if (!CONTAINERS.isAssignable(containers)) {
      throw new EvaluationException(
          "Only Array, Hash, and Object types can be used as container types. Got " + containers);
    }
    if (!withContainers && !withValues) {
      throw new EvaluationException(
          "Options 'include_containers' and 'include_values' cannot both be false");
    }
    withObjects = containers.isAssignable(ObjectType.DEFAULT);
    withReferences = Boolean.TRUE.equals(options.get("include_refs"));
    Children top = children(List.of(), root);
    if (top != null) {
      open.add(top);
    }
    if (withContainers && option(options, "include_root")) {
      next = List.of(List.of(), root);
    } else {
      next = advance();
    }
  }

  static PuppetIterator of(Object root, Map<?, ?> options) {
    return new TreeIterator(root, options);
  }

  private static boolean option(Map<?, ?> options, String name) {
    return !Boolean.FALSE.equals(options.get(name));
  }

  /** What is in a value that is to be walked into, as path and value; null if it is not. */
  private @Nullable Children children(List<Object> path, Object container) {
    List<List<Object>> entries = new ArrayList<>();
    switch (container) {
      case Map<?, ?> map when containers.isInstance(map) ->
          map.forEach((key, value) -> entries.add(List.of(key, value)));
      case List<?> list when containers.isInstance(list) -> {
        long index = 0;
        for (Object value : list) {
          entries.add(List.of(index++, value));
        }
      }
      default -> {
        Map<String, Object> attributes =
            withObjects ? ObjectParts.of(container, withReferences) : null;
        if (attributes == null) {
          return null;
        }
        attributes.forEach((name, value) -> entries.add(List.of(name, value)));
      }
    }
    return new Children(path, entries.iterator());
  }

  private @Nullable Object advance() {
    while (!open.isEmpty()) {
      Children current = open.getFirst();
      if (!current.entries.hasNext()) {
        open.removeFirst();
        continue;
      }
      List<Object> entry = current.entries.next();
      List<Object> path = new ArrayList<>(current.path);
      path.add(entry.get(0));
      Object value = entry.get(1);
      Children inner = children(path, value);
      if (inner != null) {
        enter(inner);
      }
      if (inner != null ? withContainers : withValues || !depthFirst) {
        return List.of(Collections.unmodifiableList(path), value);
      }
    }
    return null;
  }

  private void enter(Children children) {
    if (depthFirst) {
      open.addFirst(children);
    } else {
      open.addLast(children);
    }
  }

  /** Puppet has no type for what walks through trees. */
  @Override
  public PuppetType puppetType() {
    return new RuntimeType("ruby", rubyClass());
  }

  @Override
  public String rubyClass() {
    String order = depthFirst ? "DepthFirst" : "BreadthFirst";
    return "Puppet::Pops::Types::Iterable::" + order + "TreeIterator";
  }

  @Override
  public PuppetType elementType() {
    return AnyType.ANY;
  }

  @Override
  public long size() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Object next() {
    Object result = next;
    if (result == null) {
      throw new NoSuchElementException();
    }
    next = advance();
    return result;
  }

  @Override
  public PuppetIterator reversed() {
    List<Object> all = toList();
    Collections.reverse(all);
    return PuppetIterator.of(all, false, this::elementType);
  }
}
