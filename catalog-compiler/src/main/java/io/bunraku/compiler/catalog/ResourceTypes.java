// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.KnownResourceTypes;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.syntax.Program;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a type of resources is, for one compile. */
final class ResourceTypes {

  private final EnvironmentLoader loader;
  private final KnownResourceTypes known;
  private final CodeUnits units;
  private final Map<String, Optional<ResourceKind>> found = new HashMap<>();

  ResourceTypes(EnvironmentLoader loader, KnownResourceTypes known, CodeUnits units) {
    this.loader = loader;
    this.known = known;
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
    ResourceTypeInfo info = name.contains("::") ? null : builtIn(name);
    if (info != null) {
      return new ResourceKind.BuiltIn(info);
    }
    CodeUnit unit = units.define(name);
    return unit == null ? null : new ResourceKind.Defined(unit);
  }

  private @Nullable ResourceTypeInfo builtIn(String name) {
    Program generated = loader.generatedType(name);
    ResourceTypeInfo info = generated == null ? null : GeneratedType.read(generated);
    if (info == null) {
      info = known.core(name);
    }
    return info == null ? ofModule(name) : info;
  }

  /** A type that nothing describes but a module's Ruby: what is known of it, or just its name. */
  private @Nullable ResourceTypeInfo ofModule(String name) {
    for (String module : loader.modules().names()) {
      Path file = loader.modules().file(module, "lib", "puppet/type/" + name + ".rb");
      if (file != null) {
        ResourceTypeInfo info = known.ofModules(name);
        return info != null
            ? info
            : new ResourceTypeInfo(name, List.of("name"), Set.of(), true, List.of());
      }
    }
    return null;
  }
}
