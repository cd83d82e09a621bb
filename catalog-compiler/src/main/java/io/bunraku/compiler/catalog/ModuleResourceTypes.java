// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.port.KnownResourceTypes;
import io.bunraku.compiler.port.ResourceTypeInfo;
import io.bunraku.compiler.syntax.Program;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The resource types in Ruby that an environment version has: what {@code puppet generate types}
 * wrote, else Puppet's own, else what is known of a type whose file some module has. Shared by all
 * compiles of one version.
 */
public final class ModuleResourceTypes {

  private final KnownResourceTypes known;
  private final Map<String, Optional<ResourceTypeInfo>> found = new ConcurrentHashMap<>();

  /**
   * Creates the index; types are looked for when they are first asked for.
   *
   * @param known facts that are packaged
   */
  public ModuleResourceTypes(KnownResourceTypes known) {
    this.known = known;
  }

  /**
   * A type by its name in lower case, or null.
   *
   * @param version always the same environment version; it is not kept, so that it can be collected
   */
  @Nullable ResourceTypeInfo find(EnvironmentLoader version, String name) {
    Optional<ResourceTypeInfo> answer = found.get(name);
    if (answer == null) {
      answer = Optional.ofNullable(load(version, name));
      found.put(name, answer);
    }
    return answer.orElse(null);
  }

  private @Nullable ResourceTypeInfo load(EnvironmentLoader version, String name) {
    Program generated = version.generatedType(name);
    ResourceTypeInfo info = generated == null ? null : GeneratedType.read(generated);
    if (info == null) {
      info = known.core(name);
    }
    return info == null ? ofModule(version, name) : info;
  }

  private @Nullable ResourceTypeInfo ofModule(EnvironmentLoader version, String name) {
    for (String module : version.modules().names()) {
      Path file = version.modules().file(module, "lib", "puppet/type/" + name + ".rb");
      if (file != null) {
        ResourceTypeInfo info = known.ofModules(name);
        String text = version.files().read(file);
        return info != null ? info : RubyTypeScan.scan(name, text == null ? "" : text);
      }
    }
    return null;
  }
}
