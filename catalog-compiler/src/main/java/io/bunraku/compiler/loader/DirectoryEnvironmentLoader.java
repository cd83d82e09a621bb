// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.check.EvaluatingParser.Checked;
import io.bunraku.compiler.check.FileNamespace;
import io.bunraku.compiler.hiera.HieraData;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One version of an environment that is a directory: its modules are indexed when it is loaded, its
 * files are parsed when something first asks for them.
 */
public final class DirectoryEnvironmentLoader implements EnvironmentLoader {

  private static final String INLINE_TEMPLATE = "inlined-epp-text";

  private final EnvironmentSettings settings;
  private final EnvironmentConf conf;
  private final VersionFiles files;
  private final ProgramCache cache;
  private final DirectoryModuleIndex modules;
  private final DefinitionFiles definitionFiles;
  private final Map<Path, Optional<Checked>> programs = new ConcurrentHashMap<>();
  private final Map<Path, Checked> templates = new ConcurrentHashMap<>();
  private final HieraData hiera;
  private volatile @Nullable List<Checked> mainManifests;
  private final Bindings bindings = new Bindings();

  private DirectoryEnvironmentLoader(
      EnvironmentSettings settings, EnvironmentConf conf, VersionFiles files, ProgramCache cache) {
    this.settings = settings;
    this.conf = conf;
    this.files = files;
    this.cache = cache;
    this.modules = new DirectoryModuleIndex(conf.modulePath(), files, settings.options().strict());
    this.hiera = new HieraData(this, cache.hieraFiles());
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
    return checkedMain().stream().map(Checked::program).toList();
  }

  /** The main manifests with what is to be warned of. */
  List<Checked> checkedMain() {
    List<Checked> known = mainManifests;
    if (known == null) {
      known = readMainManifests();
      mainManifests = known;
    }
    return known;
  }

  @Override
  public Bindings bindings() {
    return bindings;
  }

  @Override
  public List<Loaded<NodeDefinition>> nodes() {
    return session(warning -> {}).nodes();
  }

  @Override
  public @Nullable Loaded<HostClassDefinition> hostClass(String name) {
    return session(warning -> {}).hostClass(name);
  }

  @Override
  public @Nullable Loaded<ResourceTypeDefinition> resourceType(String name) {
    return session(warning -> {}).resourceType(name);
  }

  @Override
  public @Nullable Loaded<FunctionDefinition> function(String name) {
    return session(warning -> {}).function(name);
  }

  @Override
  public @Nullable Loaded<TypeAlias> typeAlias(String name) {
    return session(warning -> {}).typeAlias(name);
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
    return checkedTemplate(file).program();
  }

  /** A template with what is to be warned of. */
  Checked checkedTemplate(Path file) {
    Checked known = templates.get(file);
    if (known == null) {
      String text = files.read(file);
      Source source = new Source(logicalPath(file), file, text == null ? "" : text);
      known = cache.template(source, settings.options());
      templates.put(file, known);
    }
    return known;
  }

  @Override
  public Program inlineTemplate(String text) {
    return cache.template(new Source(INLINE_TEMPLATE, null, text), settings.options()).program();
  }

  @Override
  public @Nullable Program generatedType(String name) {
    Path file = generatedTypesDirectory().resolve(name + ".pp");
    Checked checked = LoadSession.isName(name) ? program(file) : null;
    return checked == null ? null : checked.program();
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
  public EnvironmentLoader session(Consumer<Diagnostic> warnings) {
    return new LoadSession(this, warnings);
  }

  /** The tree of a manifest, or null when there is no such file. */
  @Nullable Checked program(Path file) {
    Optional<Checked> known = programs.get(file);
    if (known == null) {
      String text = files.isFile(file) ? files.read(file) : null;
      known = Optional.ofNullable(text).map(it -> parsed(file, it));
      programs.put(file, known);
    }
    return known.orElse(null);
  }

  private Checked parsed(Path file, String text) {
    return cache.manifest(
        new Source(logicalPath(file), file, text), settings.options(), namespace(file));
  }

  /** What names a file may define: anything in main manifests, else what its place says. */
  private FileNamespace namespace(Path file) {
    if (file.toString().startsWith(conf.manifest().toString())) {
      return FileNamespace.none();
    }
    return conf.modulePath().stream()
        .filter(file::startsWith)
        .findFirst()
        .map(directory -> FileNamespace.ofModuleFile(directory.relativize(file).toString()))
        .orElse(FileNamespace.none());
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

  private List<Checked> readMainManifests() {
    String code = settings.code();
    if (code != null && !code.isEmpty()) {
      Source source = new Source(null, null, code);
      return List.of(cache.manifest(source, settings.options(), FileNamespace.none()));
    }
    Path manifest = conf.manifest();
    if (files.isDirectory(manifest)) {
      List<Checked> result = new ArrayList<>();
      files.findAll(manifest, ".pp").forEach(file -> addProgram(file, result));
      return List.copyOf(result);
    }
    List<Checked> result = new ArrayList<>();
    boolean bare = !files.exists(manifest) && !manifest.toString().endsWith(".pp");
    addProgram(bare ? manifest.resolveSibling(manifest.getFileName() + ".pp") : manifest, result);
    return List.copyOf(result);
  }

  private void addProgram(Path file, List<Checked> result) {
    Checked program = program(file);
    if (program != null) {
      result.add(program);
    }
  }
}
