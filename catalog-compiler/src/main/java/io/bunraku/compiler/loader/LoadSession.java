// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.LanguageVersion;
import io.bunraku.compiler.check.EvaluatingParser.Checked;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Site;
import io.bunraku.compiler.hiera.HieraData;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.PlanDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Definition.TypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeMapping;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one compile has loaded so far: Puppet's {@code TypeCollection} and {@code TypeLoader}. A
 * name is looked for in the files that its segments stand for, longest first; each file is loaded
 * once and all that it defines is known from then on.
 */
final class LoadSession implements EnvironmentLoader {

  private final DirectoryEnvironmentLoader environment;
  private final Map<String, Loaded<HostClassDefinition>> classes = new HashMap<>();
  private final Map<String, Loaded<ResourceTypeDefinition>> defines = new HashMap<>();
  private final Map<String, Loaded<FunctionDefinition>> functions = new HashMap<>();
  private final Map<String, Loaded<TypeAlias>> typeAliases = new HashMap<>();
  private final List<Loaded<NodeDefinition>> nodes = new ArrayList<>();
  private final NodeNames nodeNames = new NodeNames();
  private final Set<Path> loadedFiles = new HashSet<>();
  private final Set<String> tried = new HashSet<>();
  private final Consumer<Diagnostic> warnings;
  private final DefinedEntities entities = new DefinedEntities();
  private @Nullable LoadListener listener;
  private boolean mainImported;

  LoadSession(DirectoryEnvironmentLoader environment, Consumer<Diagnostic> warnings) {
    this.environment = environment;
    this.warnings = warnings;
  }

  /** Whether a text has the form of a (possibly qualified) lower-case name, and so of a path. */
  static boolean isName(String name) {
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ':') {
        if (start || i + 1 >= name.length() || name.charAt(i + 1) != ':') {
          return false;
        }
        i++;
        start = true;
      } else if ((c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9')) {
        start = false;
      } else {
        return false;
      }
    }
    return !start;
  }

  @Override
  public String environment() {
    return environment.environment();
  }

  @Override
  public List<Program> mainManifests() {
    return environment.mainManifests();
  }

  @Override
  public Bindings bindings() {
    return environment.bindings();
  }

  @Override
  public List<Loaded<NodeDefinition>> nodes() {
    importMain();
    return List.copyOf(nodes);
  }

  @Override
  public @Nullable Loaded<HostClassDefinition> hostClass(String name) {
    importMain();
    Loaded<HostClassDefinition> known = classes.get(name);
    if (known == null && autoload(name)) {
      known = classes.get(name);
    }
    return known;
  }

  @Override
  public @Nullable Loaded<ResourceTypeDefinition> resourceType(String name) {
    importMain();
    Loaded<ResourceTypeDefinition> known = defines.get(name);
    if (known == null && autoload(name)) {
      known = defines.get(name);
    }
    return known;
  }

  @Override
  public @Nullable Loaded<FunctionDefinition> function(String name) {
    importMain();
    Loaded<FunctionDefinition> known = functions.get(name);
    return known == null ? environment.definitionFiles().function(name) : known;
  }

  @Override
  public @Nullable Loaded<TypeAlias> typeAlias(String name) {
    importMain();
    Loaded<TypeAlias> known = typeAliases.get(name);
    return known == null ? environment.definitionFiles().typeAlias(name) : known;
  }

  @Override
  public boolean knowsDefine(String name) {
    return entities.hasDefine(name);
  }

  @Override
  public ModuleIndex modules() {
    return environment.modules();
  }

  @Override
  public VersionFiles files() {
    return environment.files();
  }

  @Override
  public Path directory() {
    return environment.directory();
  }

  @Override
  public String logicalPath(Path file) {
    return environment.logicalPath(file);
  }

  @Override
  public Program template(Path file) {
    Checked template = environment.checkedTemplate(file);
    template.warnings().forEach(warnings);
    return template.program();
  }

  @Override
  public Program inlineTemplate(String text) {
    return environment.inlineTemplate(text);
  }

  @Override
  public @Nullable Program generatedType(String name) {
    return environment.generatedType(name);
  }

  @Override
  public List<String> generatedTypes() {
    return environment.generatedTypes();
  }

  @Override
  public @Nullable Path globalHieraConfig() {
    return environment.globalHieraConfig();
  }

  @Override
  public HieraData hiera() {
    return environment.hiera();
  }

  @Override
  public EnvironmentConf configuration() {
    return environment.configuration();
  }

  @Override
  public EnvironmentLoader session(Consumer<Diagnostic> other) {
    return environment.session(other);
  }

  @Override
  public void whenLoading(LoadListener told) {
    listener = told;
    importMain();
  }

  private void importMain() {
    if (!mainImported) {
      mainImported = true;
      List<Checked> manifests = environment.checkedMain();
      for (Checked checked : manifests) {
        checked.warnings().forEach(warnings);
        instantiate(checked.program(), null);
      }
      manifests.forEach(checked -> add(checked.program(), null));
    }
  }

  /** Loads the files that a name stands for; false when that has been done before. */
  private boolean autoload(String name) {
    if (!tried.add(name) || !isName(name)) {
      return false;
    }
    String[] segments = name.split("::");
    Path module = environment.modules().directory(segments[0]);
    if (module == null) {
      return false;
    }
    Path manifests = module.resolve("manifests");
    for (int length = segments.length; length >= 1; length--) {
      loadFiles(manifests, segments, length);
      if (classes.containsKey(name) || defines.containsKey(name)) {
        break;
      }
    }
    return true;
  }

  /** {@code init.pp} and the file of a prefix of the name; both are parsed before either counts. */
  private void loadFiles(Path manifests, String[] segments, int length) {
    Map<Path, Checked> parsed = new LinkedHashMap<>();
    parse(manifests.resolve("init.pp"), parsed);
    if (length > 1) {
      String path = String.join("/", List.of(segments).subList(1, length));
      parse(manifests.resolve(path + ".pp"), parsed);
    }
    loadedFiles.addAll(parsed.keySet());
    for (Checked checked : parsed.values()) {
      checked.warnings().forEach(warnings);
      instantiate(checked.program(), segments[0]);
      add(checked.program(), segments[0]);
    }
  }

  private void parse(Path file, Map<Path, Checked> parsed) {
    if (!loadedFiles.contains(file)) {
      Checked program = environment.program(file);
      if (program != null) {
        parsed.put(file, program);
      }
    }
  }

  /** What has to hold of all definitions of a file before any of its classes is known. */
  private void instantiate(Program program, @Nullable String module) {
    Source source = program.source();
    for (Definition definition : program.definitions()) {
      switch (definition) {
        case HostClassDefinition it -> {
          if (listener != null) {
            listener.hostClass(new Loaded<>(it.folded(), source, module));
          }
        }
        case ResourceTypeDefinition written -> {
          ResourceTypeDefinition it = written.folded();
          if (listener != null) {
            listener.define(new Loaded<>(it, source, module));
          }
          entities.addDefine(it.name(), source, it.offset());
        }
        case FunctionDefinition it -> {
          String name = it.name().toLowerCase(Locale.ROOT);
          entities.addFunction(module, name, source, it.offset());
          functions.put(name, new Loaded<>(it, source, module));
        }
        case TypeAlias it -> {
          String name = it.name().toLowerCase(Locale.ROOT);
          entities.addType(module, name, source, it.offset());
          typeAliases.put(name, new Loaded<>(it, source, module));
        }
        case NodeDefinition it -> {}
        case PlanDefinition it -> {}
        case TypeMapping it -> {}
        case TypeDefinition it -> {}
      }
    }
  }

  private void add(Program program, @Nullable String module) {
    for (Definition definition : program.definitions()) {
      switch (definition) {
        case HostClassDefinition it ->
            addClass(new Loaded<>(it.folded(), program.source(), module));
        case ResourceTypeDefinition it ->
            addDefine(new Loaded<>(it.folded(), program.source(), module));
        case NodeDefinition it -> addNode(new Loaded<>(it, program.source(), module));
        case FunctionDefinition it -> {}
        case TypeAlias it -> {}
        case PlanDefinition it -> {}
        case TypeMapping it -> {}
        case TypeDefinition it -> {}
      }
    }
  }

  private void addClass(Loaded<HostClassDefinition> added) {
    String name = added.definition().name();
    refuse(added, classes.get(name), "Class '%s' is already defined%s; cannot redefine", name);
    refuse(
        added,
        nodeNames.find(name),
        "Node '%s' is already defined%s; cannot be redefined as a class",
        name);
    refuse(
        added,
        defines.get(name),
        "Definition '%s' is already defined%s; cannot be redefined as a class",
        name);
    classes.put(name, added);
  }

  private void addDefine(Loaded<ResourceTypeDefinition> added) {
    String name = added.definition().name();
    refuse(
        added,
        classes.get(name),
        "'%s' is already defined%s as a class; cannot redefine as a definition",
        name);
    refuse(
        added,
        defines.get(name),
        "Definition '%s' is already defined%s; cannot be redefined",
        name);
    defines.put(name, added);
  }

  private void addNode(Loaded<NodeDefinition> added) {
    LanguageVersion version = environment.settings().options().version();
    for (String name : NodeNames.of(added.definition(), version)) {
      refuse(added, nodeNames.find(name), "Node '%s' is already defined%s; cannot redefine", name);
      refuse(
          added,
          classes.get(name),
          "Class '%s' is already defined%s; cannot be redefined as a node",
          name);
      nodeNames.add(name, added);
    }
    nodes.add(added);
  }

  private static void refuse(
      Loaded<?> added, @Nullable Loaded<?> existing, String message, String name) {
    if (existing != null) {
      throw EvaluationException.atLine(
          message.formatted(name, location(existing)),
          null,
          new Site(added.source(), added.definition().offset()));
    }
  }

  private static String location(Loaded<?> loaded) {
    String file = loaded.source().logicalPath();
    int line = loaded.source().line(loaded.definition().offset());
    return file == null
        ? " (line: %d)".formatted(line)
        : " (file: %s, line: %d)".formatted(file, line);
  }
}
