// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.type;

import io.bunraku.compiler.value.Default;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** References to resources and classes: {@code File['/a', '/b']}, {@code Class[a]}. */
final class ResourceAccess {

  private ResourceAccess() {}

  static Object resources(ResourceType base, List<Object> keys, AccessErrors errors) {
    if (keys.isEmpty()) {
      throw errors.arity(errors.whole(), base.toString(), 1, AccessErrors.UNLIMITED, 0);
    }
    String typeName = base.typeName() == null ? typeName(keys.remove(0), errors) : base.typeName();
    if (!Names.isClassReference(TypeFormatter.capitalizeSegments(typeName))) {
      throw errors.atKey(
          0,
          "ILLEGAL_CLASSREF",
          "Illegal type reference. The given name '"
              + typeName
              + "' does not conform to the naming rule");
    }
    boolean many = keys.size() > 1 || (!keys.isEmpty() && keys.get(0) instanceof List<?>);
    List<Object> titles = compact(keys);
    if (titles.isEmpty() && !keys.isEmpty()) {
      return many ? List.of() : Undef.UNDEF;
    }
    if (titles.isEmpty()) {
      return new ResourceType(typeName, null);
    }
    List<Object> result = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      if (!(titles.get(i) instanceof String title)) {
        throw errors.specialization(
            keys.size() == titles.size() ? i : i + 1, titles.get(i), "a resource title String");
      }
      result.add(new ResourceType(typeName, title));
    }
    return many ? result : result.get(result.size() - 1);
  }

  private static String typeName(Object key, AccessErrors errors) {
    String name =
        switch (key) {
          case ResourceType resource -> resource.typeName();
          case String text -> TypeFormatter.capitalizeSegments(text);
          default -> null;
        };
    if (name == null) {
      throw errors.atKey(
          0,
          "ILLEGAL_RESOURCE_SPECIALIZATION",
          "First argument to Resource[] must be a resource type or a String. Got "
              + AccessErrors.keyName(key)
              + ".");
    }
    return name;
  }

  private static List<Object> compact(List<Object> keys) {
    List<Object> flat = new ArrayList<>();
    TypeAccess.flatten(keys, flat);
    flat.removeIf(key -> key == Undef.UNDEF);
    return flat;
  }

  static Object classes(ClassType base, List<Object> keys, AccessErrors errors) {
    if (keys.isEmpty()) {
      throw errors.arity(errors.whole(), base.toString(), 1, AccessErrors.UNLIMITED, 0);
    }
    boolean many = keys.size() > 1 || keys.get(0) instanceof List<?>;
    List<Object> result = new ArrayList<>();
    List<Object> names = compact(keys);
    for (int i = 0; i < names.size(); i++) {
      result.add(new ClassType(className(names.get(i), i, errors)));
    }
    if (result.isEmpty()) {
      return many ? List.of() : Undef.UNDEF;
    }
    return many ? result : result.get(result.size() - 1);
  }

  private static String label(Object key) {
    return switch (key) {
      case Map<?, ?> map -> "Hash";
      case Default word -> "Object";
      default -> TypeLabel.of(key);
    };
  }

  private static @Nullable String className(Object key, int index, AccessErrors errors) {
    if (!(key instanceof String name)) {
      throw errors.atKey(
          index,
          "ILLEGAL_HOSTCLASS_NAME",
          "Illegal Class name in class reference. "
              + TypeLabel.withCapitalArticle(label(key))
              + " cannot be used where a String is expected");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    String global = lower.startsWith("::") ? lower.substring(2) : lower;
    if (!Names.isName(global)) {
      throw errors.atKey(
          index,
          "ILLEGAL_NAME",
          "Illegal name. The given name '"
              + name
              + "' does not conform to the naming rule /^((::)?[a-z_]\\w*)(::[a-z]\\w*)*$/");
    }
    return global;
  }
}
