// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.port.ResourceTypeInfo.TitlePattern;
import io.bunraku.compiler.value.RegexpMatch;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What makes a resource different from all others of its type: the values of its namevars. */
final class Uniqueness {

  private Uniqueness() {}

  static boolean isIsomorphic(CatalogResource resource) {
    ResourceTypeInfo info = resource.info();
    return info == null || info.isomorphic();
  }

  /** The values of the namevars, in the order of their names. */
  static List<Object> key(CatalogResource resource) {
    ResourceTypeInfo info = resource.info();
    if (info == null) {
      return List.of(resource.name());
    }
    Map<String, Object> values = new LinkedHashMap<>(resource.titleParts(info));
    for (int i = 0; i < resource.params().size(); i++) {
      Param param = resource.params().at(i);
      if (param.isSet()) {
        values.put(param.name(), param.value());
      }
    }
    return key(info, values, resource.name());
  }

  /** The values of the namevars of a resource of which only the title is known. */
  static List<Object> key(@Nullable ResourceTypeInfo info, String type, String title) {
    return info == null ? List.of(title) : key(info, parseTitle(info, title), type + "/" + title);
  }

  private static List<Object> key(
      ResourceTypeInfo info, Map<String, Object> values, Object resourceName) {
    String namevar = info.namevar();
    Object name = values.getOrDefault(namevar, values.getOrDefault("name", resourceName));
    values.putIfAbsent(namevar, name);
    values.putIfAbsent("name", name);
    List<Object> key = new ArrayList<>();
    info.namevars().stream()
        .sorted()
        .forEach(part -> key.add(values.getOrDefault(part, Undef.UNDEF)));
    return key;
  }

  /** The values of namevars that a title gives. */
  static Map<String, Object> parseTitle(ResourceTypeInfo info, String title) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (info.titlePatterns().isEmpty()) {
      if (!info.namevars().isEmpty()) {
        parts.put(info.namevar(), title);
      }
      return parts;
    }
    for (TitlePattern pattern : info.titlePatterns()) {
      RegexpMatch match = pattern.regexp().match(title);
      if (match != null) {
        for (int i = 0; i < pattern.parameters().size(); i++) {
          String group = match.group(i + 1);
          parts.put(pattern.parameters().get(i), group == null ? Undef.UNDEF : group);
        }
        return parts;
      }
    }
    throw new EvaluationException("No set of title patterns matched the title \"" + title + "\".");
  }

  static boolean isTruthy(Object value) {
    return value != Undef.UNDEF && !Boolean.FALSE.equals(value);
  }
}
