// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.hiera.HieraData;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One version of an environment that is a directory: its modules are indexed when it is loaded, its
 * files are parsed when something first asks for them.
 */
public final class DirectoryEnvironmentLoader implements EnvironmentLoader {

  private final EnvironmentSettings settings;
  private final EnvironmentConf conf;
  private final VersionFiles files;
  private final ProgramCache cache;
  private final DirectoryModuleIndex modules;
  private final DefinitionFiles definitionFiles;
  private final Map<Path, Optional<Program>> programs = new ConcurrentHashMap<>();
  private final Map<Path, Program> templates = new ConcurrentHashMap<>();
  private final HieraData hiera;
  private volatile @Nullable List<Program> mainManifests;

  private DirectoryEnvironmentLoader(
      EnvironmentSettings settings, EnvironmentConf conf, VersionFiles files, ProgramCache cache) {
    this.settings = settings;
    this.conf = conf;
    this.files = files;
    this.cache = cache;
    this.modules = new DirectoryModuleIndex(conf.modulePath(), files, settings.options().strict());
    this.hiera = new HieraData(this);
    this.definitionFiles = new DefinitionFiles(this);
  }

  /**
   * Loads a version: reads {@code environment.conf} and the list of modules, and parses nothing.
   *
   * @param settings where it is
   * @param cache trees shared with other versions and environments
   */
  public static DirectoryEnvironmentLoader load(EnvironmentSettings settings, ProgramCache cache) {
    List<Path> roots = new ArrayList<>();
    roots.add(settings.directory());
    roots.addAll(settings.baseModulePath());
    EnvironmentConf conf = EnvironmentConf.read(settings, new VersionFiles(roots));
    roots.addAll(conf.modulePath());
    VersionFiles files = new VersionFiles(roots);
    return new DirectoryEnvironmentLoader(
        settings, EnvironmentConf.read(settings, files), files, cache);
  }

  /**
   * Whether all files and directories that this version has looked at are as they were: a few
   * stats.
   */
  public boolean isCurrent() {
    return files.unchanged();
  }

  /** The settings that it was loaded with. */
  public EnvironmentSettings settings() {
    return settings;
  }

  @Override
  public String environment() {
    return settings.name();
  }

  @Override
  public List<Program> mainManifests() {
    List<Program> known = mainManifests;
    if (known == null) {
      known = readMainManifests();
      mainManifests = known;
    }
    return known;
  }

  @Override
  public List<Loaded<NodeDefinition>> nodes() {
    return session().nodes();
  }

  @Override
  public @Nullable Loaded<HostClassDefinition> hostClass(String name) {
    return session().hostClass(name);
  }

  @Override
  public @Nullable Loaded<ResourceTypeDefinition> resourceType(String name) {
    return session().resourceType(name);
  }

  @Override
  public @Nullable Loaded<FunctionDefinition> function(String name) {
    return session().function(name);
  }

  @Override
  public @Nullable Loaded<TypeAlias> typeAlias(String name) {
    return session().typeAlias(name);
  }

  @Override
  public ModuleIndex modules() {
    return modules;
  }

  @Override
  public VersionFiles files() {
    return files;
  }

  @Override
  public Path directory() {
    return settings.directory();
  }

  @Override
  public String logicalPath(Path file) {
    return settings.logicalPath(file);
  }

  @Override
  public Program template(Path file) {
    Program known = templates.get(file);
    if (known == null) {
      String text = files.read(file);
      known = cache.template(logicalPath(file), file, text == null ? "" : text);
      templates.put(file, known);
    }
    return known;
  }

  @Override
  public @Nullable Program generatedType(String name) {
    Path file = generatedTypesDirectory().resolve(name + ".pp");
    return name.matches("[a-z][a-z0-9_]*") ? program(file) : null;
  }

  @Override
  public List<String> generatedTypes() {
    return files.children(generatedTypesDirectory()).stream()
        .filter(name -> name.endsWith(".pp"))
        .map(name -> name.substring(0, name.length() - ".pp".length()))
        .toList();
  }

  @Override
  public @Nullable Path globalHieraConfig() {
    return settings.globalHieraConfig();
  }

  @Override
  public HieraData hiera() {
    return hiera;
  }

  @Override
  public EnvironmentConf configuration() {
    return conf;
  }

  @Override
  public EnvironmentLoader session() {
    return new LoadSession(this);
  }

  /** The tree of a manifest, or null when there is no such file. */
  @Nullable Program program(Path file) {
    Optional<Program> known = programs.get(file);
    if (known == null) {
      String text = files.isFile(file) ? files.read(file) : null;
      known =
          text == null
              ? Optional.empty()
              : Optional.of(cache.manifest(logicalPath(file), file, text));
      programs.put(file, known);
    }
    return known.orElse(null);
  }

  /** Functions and type aliases that have a file of their own. */
  DefinitionFiles definitionFiles() {
    return definitionFiles;
  }

  /** What Puppet warns of while it looks at the environment. */
  public List<String> warnings() {
    List<String> all = new ArrayList<>(conf.warnings());
    all.addAll(modules.warnings());
    return all;
  }

  private Path generatedTypesDirectory() {
    return settings.directory().resolve(".resource_types");
  }

  private List<Program> readMainManifests() {
    String code = settings.code();
    if (code != null && !code.isEmpty()) {
      return List.of(cache.manifest(null, null, code));
    }
    Path manifest = conf.manifest();
    if (files.isDirectory(manifest)) {
      List<Program> result = new ArrayList<>();
      for (Path file : files.findAll(manifest, ".pp")) {
        addProgram(file, result);
      }
      return List.copyOf(result);
    }
    List<Program> result = new ArrayList<>();
    boolean bare = !files.exists(manifest) && !manifest.toString().endsWith(".pp");
    addProgram(bare ? manifest.resolveSibling(manifest.getFileName() + ".pp") : manifest, result);
    return List.copyOf(result);
  }

  private void addProgram(Path file, List<Program> result) {
    Program program = program(file);
    if (program != null) {
      result.add(program);
    }
  }

  /** The definitions of a program with what is known of their place. */
  static <T extends Definition> Loaded<T> loaded(
      T definition, Program program, @Nullable String module) {
    return new Loaded<>(definition, program.source(), module);
  }
}
