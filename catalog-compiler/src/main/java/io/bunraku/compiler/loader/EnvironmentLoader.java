// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.hiera.HieraData;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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

  /** Whether a define has been read, though its file may not have been loaded to its end. */
  default boolean knowsDefine(String name) {
    return false;
  }

  /** Finds a function in Puppet language, or null. */
  @Nullable Loaded<FunctionDefinition> function(String name);

  /** Finds a type alias, or null. */
  @Nullable Loaded<TypeAlias> typeAlias(String name);

  /** What names in this version's code stand for, as far as compiles have found it out. */
  Bindings bindings();

  /** The modules of the module path, first one wins. */
  ModuleIndex modules();

  /** The files behind this version; whoever reads through them need not stat again. */
  VersionFiles files();

  /** The environment's directory. */
  Path directory();

  /** The path that catalogs and messages show for a file of this version. */
  String logicalPath(Path file);

  /**
   * The tree of an EPP template.
   *
   * @param file a file that {@link ModuleIndex#file} has given
   */
  Program template(Path file);

  /** The tree of an EPP template that is in no file. */
  Program inlineTemplate(String text);

  /**
   * What {@code puppet generate types} has written for a resource type: a file of one call of
   * {@code Puppet::Resource::ResourceType3.new}.
   *
   * @param name the resource type, lower case
   * @return the tree, or null when there is no such file
   */
  @Nullable Program generatedType(String name);

  /** Names of all resource types that {@link #generatedType} knows. */
  List<String> generatedTypes();

  /** The global {@code hiera.yaml}, or null when there is none. */
  @Nullable Path globalHieraConfig();

  /** What all compiles of this version share of Hiera. */
  HieraData hiera();

  /** {@code environment.conf}, defaults filled in. */
  EnvironmentConf configuration();

  /**
   * A view for one compile, on one thread. Puppet loads files one by one and then knows all that is
   * in them, also what a file holds beyond the class of its name; a view keeps that knowledge, so
   * that a compile never depends on another one's.
   *
   * @param warnings gets what the checker warned of in a file when the view loads it
   */
  EnvironmentLoader session(Consumer<Diagnostic> warnings);

  /** Loads the main manifests, and tells of each class and define that is loaded from now on. */
  default void whenLoading(LoadListener told) {
    throw new UnsupportedOperationException("only the view of one compile loads files");
  }

  /** A view that drops warnings. */
  default EnvironmentLoader session() {
    return session(warning -> {});
  }
}
