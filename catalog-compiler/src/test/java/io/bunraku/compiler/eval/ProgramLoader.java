// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.hiera.HieraData;
import io.bunraku.compiler.link.Bindings;
import io.bunraku.compiler.loader.EnvironmentConf;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.loader.Loaded;
import io.bunraku.compiler.loader.ModuleIndex;
import io.bunraku.compiler.loader.VersionFiles;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Diagnostic;
import io.bunraku.compiler.syntax.Parser;
import io.bunraku.compiler.syntax.Program;
import io.bunraku.compiler.syntax.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An environment of one program. */
final class ProgramLoader implements EnvironmentLoader {

  private final Program program;
  private final Bindings bindings = new Bindings();

  ProgramLoader(Program program) {
    this.program = program;
  }

  @Override
  public String environment() {
    return "test";
  }

  @Override
  public List<Program> mainManifests() {
    return List.of(program);
  }

  @Override
  public List<Loaded<NodeDefinition>> nodes() {
    return List.of();
  }

  @Override
  public @Nullable Loaded<HostClassDefinition> hostClass(String name) {
    return null;
  }

  @Override
  public @Nullable Loaded<ResourceTypeDefinition> resourceType(String name) {
    return null;
  }

  @Override
  public @Nullable Loaded<FunctionDefinition> function(String name) {
    for (Definition definition : program.definitions()) {
      if (definition instanceof FunctionDefinition function && function.name().equals(name)) {
        return new Loaded<>(function, program.source(), null);
      }
    }
    return null;
  }

  @Override
  public @Nullable Loaded<TypeAlias> typeAlias(String name) {
    for (Definition definition : program.definitions()) {
      if (definition instanceof TypeAlias alias
          && alias.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new Loaded<>(alias, program.source(), null);
      }
    }
    return null;
  }

  @Override
  public Bindings bindings() {
    return bindings;
  }

  @Override
  public ModuleIndex modules() {
    throw new UnsupportedOperationException("no modules");
  }

  @Override
  public VersionFiles files() {
    throw new UnsupportedOperationException("no files");
  }

  @Override
  public Path directory() {
    throw new UnsupportedOperationException("no directory");
  }

  @Override
  public String logicalPath(Path file) {
    return file.toString();
  }

  @Override
  public Program template(Path file) {
    throw new UnsupportedOperationException("no templates");
  }

  @Override
  public Program inlineTemplate(String text) {
    return Parser.parseEpp(new Source("inlined-epp-text", null, text));
  }

  @Override
  public @Nullable Program generatedType(String name) {
    return null;
  }

  @Override
  public List<String> generatedTypes() {
    return List.of();
  }

  @Override
  public @Nullable Path globalHieraConfig() {
    return null;
  }

  @Override
  public HieraData hiera() {
    throw new UnsupportedOperationException("no data");
  }

  @Override
  public EnvironmentConf configuration() {
    throw new UnsupportedOperationException("no configuration");
  }

  @Override
  public EnvironmentLoader session(Consumer<Diagnostic> warnings) {
    return this;
  }
}
