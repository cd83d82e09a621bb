// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.port.ResourceTypeIndex;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Program;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of an environment: what its names stand for. Immutable but for caches; any number of
 * compiles share it on any threads. Names are lower case and without a leading {@code ::}. A file
 * that does not parse raises its {@code SyntaxError} when something loads it, not before.
 */
public interface EnvironmentLoader {

  /** The environment's name. */
  String environment();

  /** The main manifests in Puppet's order, parsed and checked. */
  List<Program> mainManifests();

  /** All node definitions of the main manifests, in order. */
  List<Loaded<NodeDefinition>> nodes();

  /** Finds a class in the main manifests or by autoload, or null. */
  @Nullable Loaded<HostClassDefinition> hostClass(String name);

  /** Finds a define in the main manifests or by autoload, or null. */
  @Nullable Loaded<ResourceTypeDefinition> resourceType(String name);

  /** Finds a function in Puppet language, or null. */
  @Nullable Loaded<FunctionDefinition> function(String name);

  /** Finds a type alias, or null. */
  @Nullable Loaded<TypeAlias> typeAlias(String name);

  /**
   * Types of resources that modules carry in Ruby, as {@code .resource_types/*.pp} of the
   * environment describe them. Puppet's own types are not among them.
   */
  default ResourceTypeIndex resourceTypes() {
    return ResourceTypeIndex.NONE;
  }

  /** The modules of the module path, first one wins. */
  ModuleIndex modules();
}
