// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gem {@code deep_merge}, with all that its users have come to rely on: the destination's order
 * comes first, a hash that meets nothing is merged with a shallow copy of itself (which drops
 * duplicates and what is knocked out), and a falsy destination counts as absent.
 */
final class DeepMerge {

  private final @Nullable String knockoutPrefix;
  private final @Nullable Pattern knockout;
  private final boolean mergeHashArrays;
  private final boolean sortMergedArrays;
  private final boolean overwriteArrays;
  private final boolean extendExistingArrays;

  DeepMerge(
      @Nullable String knockoutPrefix,
      boolean mergeHashArrays,
      boolean sortMergedArrays,
      boolean overwriteArrays,
      boolean extendExistingArrays) {
    this.knockoutPrefix = knockoutPrefix;
    this.knockout =
        knockoutPrefix == null ? null : Pattern.compile("^" + knockoutPrefix, Pattern.MULTILINE);
    this.mergeHashArrays = mergeHashArrays;
    this.sortMergedArrays = sortMergedArrays;
    this.overwriteArrays = overwriteArrays;
    this.extendExistingArrays = extendExistingArrays;
  }

  /** Merges a source into a copy of a destination; neither changes. */
  Object merge(Object source, Object destination) {
    return into(mutable(source), mutable(destination));
  }

  private Object into(Object source, Object dest) {
    if (source == Undef.UNDEF) {
      return dest;
    }
    if (isFalsy(dest)) {
      return source;
    }
    if (source instanceof Map<?, ?> map) {
      return hashInto(map, dest);
    }
    if (source instanceof List<?> list) {
      return arrayInto(elements(list), dest);
    }
    if (extendExistingArrays && dest instanceof List<?> list) {
      elements(list).add(source);
      return dest;
    }
    return overwrite(source);
  }

  private Object hashInto(Map<?, ?> source, Object dest) {
    Object result = dest;
    for (Map.Entry<?, ?> entry : source.entrySet()) {
      if (result instanceof Map<?, ?> map) {
        Map<Object, Object> target = entries(map);
        Object existing = target.getOrDefault(entry.getKey(), Undef.UNDEF);
        Object into = isFalsy(existing) ? shallowCopy(entry.getValue()) : existing;
        target.put(entry.getKey(), into(entry.getValue(), into));
      } else if (extendExistingArrays && result instanceof List<?> list) {
        elements(list).add(source);
      } else {
        result = overwrite(source);
      }
    }
    return result;
  }

  private Object arrayInto(List<Object> source, Object dest) {
    if (overwriteArrays) {
      return source;
    }
    Object target = dest;
    if (knockoutPrefix != null && source.contains(knockoutPrefix)) {
      target = cleared(target);
      source.removeIf(knockoutPrefix::equals);
    }
    if (!(target instanceof List<?> list)) {
      return overwrite(source);
    }
    List<Object> into = elements(list);
    knockOut(source, into);
    List<Object> merged =
        mergeHashArrays && allHashes(source) && allHashes(into)
            ? mergedHashes(source, into)
            : united(into, source);
    if (sortMergedArrays) {
      merged.sort((a, b) -> -RubyOrder.compare(b, a)); // as Ruby words a failure
    }
    return merged;
  }

  private void knockOut(List<Object> source, List<Object> dest) {
    if (knockout == null) {
      return;
    }
    Pattern prefix = knockout;
    deleteIf(
        source,
        element -> {
          if (!(element instanceof String text)) {
            return false;
          }
          String item = prefix.matcher(text).replaceAll("");
          if (item.equals(text)) {
            return false;
          }
          dest.removeIf(item::equals);
          dest.removeIf(text::equals);
          return true;
        });
  }

  /** Ruby's {@code Array#delete_if}, of which a list that changes meanwhile loses elements. */
  private static void deleteIf(List<Object> list, Predicate<Object> test) {
    int read = 0;
    int write = 0;
    while (read < list.size()) {
      Object element = list.get(read);
      if (!test.test(element)) {
        if (read != write) {
          list.set(write, element);
        }
        write++;
      }
      read++;
    }
    if (write < list.size() && write < read) {
      list.subList(write, Math.min(read, list.size())).clear();
    }
  }

  private List<Object> mergedHashes(List<Object> source, List<Object> dest) {
    List<Object> merged = new ArrayList<>();
    for (int i = 0; i < dest.size(); i++) {
      Object from = i < source.size() ? source.get(i) : new LinkedHashMap<>();
      merged.add(into(from, dest.get(i)));
    }
    if (source.size() > dest.size()) {
      merged.addAll(source.subList(dest.size(), source.size()));
    }
    return merged;
  }

  private static List<Object> united(List<Object> dest, List<Object> source) {
    Set<Object> all = new LinkedHashSet<>(dest);
    all.addAll(source);
    return new ArrayList<>(all);
  }

  private Object overwrite(Object source) {
    if (knockout == null) {
      return source;
    }
    Pattern prefix = knockout;
    if (source instanceof String text) {
      return prefix.matcher(text).replaceAll("").equals(text) ? source : "";
    }
    if (source instanceof List<?> list) {
      // the gem compares the list with itself, so nothing but its elements is ever knocked out
      deleteIf(elements(list), e -> e instanceof String text && prefix.matcher(text).find());
    }
    return source;
  }

  private static Object cleared(Object value) {
    if (value instanceof Map<?, ?> map) {
      map.clear();
      return value;
    }
    if (value instanceof List<?> list) {
      list.clear();
      return value;
    }
    return value instanceof String ? "" : Undef.UNDEF;
  }

  private static boolean allHashes(List<Object> list) {
    return list.stream().allMatch(Map.class::isInstance);
  }

  private static boolean isFalsy(Object value) {
    return value == Undef.UNDEF || value.equals(false);
  }

  private static Object shallowCopy(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new LinkedHashMap<>(map);
    }
    return value instanceof List<?> list ? new ArrayList<>(list) : value;
  }

  private static Object mutable(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, element) -> copy.put(key, mutable(element)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(mutable(element)));
      return copy;
    }
    return value;
  }

  @SuppressWarnings("unchecked") // only copies that mutable() made come here
  private static List<Object> elements(List<?> list) {
    return (List<Object>) list;
  }

  @SuppressWarnings("unchecked") // only copies that mutable() made come here
  private static Map<Object, Object> entries(Map<?, ?> map) {
    return (Map<Object, Object>) map;
  }
}
