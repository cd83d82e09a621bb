// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.ResourceTypeInfo;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a type of resources is, for one compile. */
final class ResourceTypes {

  private final EnvironmentLoader loader;
  private final ModuleResourceTypes inRuby;
  private final CodeUnits units;
  private final Map<String, Optional<ResourceKind>> found = new HashMap<>();

  ResourceTypes(EnvironmentLoader loader, ModuleResourceTypes inRuby, CodeUnits units) {
    this.loader = loader;
    this.inRuby = inRuby;
    this.units = units;
  }

  /** A type by its name in any case, or null. Classes and nodes are none. */
  @Nullable ResourceKind find(String typeName) {
    String name = Names.withoutColons(typeName).toLowerCase(Locale.ROOT);
    Optional<ResourceKind> answer = found.get(name);
    if (answer == null) {
      answer = Optional.ofNullable(load(name));
      found.put(name, answer);
    }
    return answer.orElse(null);
  }

  private @Nullable ResourceKind load(String name) {
    ResourceTypeInfo info = name.contains("::") ? null : inRuby.find(loader, name);
    if (info != null) {
      return new ResourceKind.BuiltIn(info);
    }
    CodeUnit unit = units.define(name);
    return unit == null ? null : new ResourceKind.Defined(unit);
  }
}
