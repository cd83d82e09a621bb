// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.check.EvaluatingParser.Checked;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.syntax.Definition;
import io.bunraku.compiler.syntax.Definition.FunctionDefinition;
import io.bunraku.compiler.syntax.Definition.TypeAlias;
import io.bunraku.compiler.syntax.Literal.QualifiedReference;
import io.bunraku.compiler.syntax.Program;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Functions and type aliases in files of their own: {@code functions/} and {@code types/} of a
 * module or of the environment. Such a file holds its one definition and nothing else.
 */
final class DefinitionFiles {

  private final DirectoryEnvironmentLoader environment;
  private final Map<String, Optional<Loaded<FunctionDefinition>>> functions =
      new ConcurrentHashMap<>();
  private final Map<String, Optional<Loaded<TypeAlias>>> types = new ConcurrentHashMap<>();

  DefinitionFiles(DirectoryEnvironmentLoader environment) {
    this.environment = environment;
  }

  @Nullable Loaded<FunctionDefinition> function(String name) {
    Optional<Loaded<FunctionDefinition>> known = functions.get(name);
    if (known == null) {
      known = Optional.ofNullable(load(name, "function", FunctionDefinition.class));
      functions.put(name, known);
    }
    return known.orElse(null);
  }

  @Nullable Loaded<TypeAlias> typeAlias(String name) {
    Optional<Loaded<TypeAlias>> known = types.get(name);
    if (known == null) {
      Loaded<TypeAlias> found = load(name, "type", TypeAlias.class);
      known = Optional.ofNullable(found == null ? typeSet(name) : found);
      types.put(name, known);
    }
    return known.orElse(null);
  }

  /** The type set that has the name of its module. */
  private @Nullable Loaded<TypeAlias> typeSet(String name) {
    Path module =
        name.contains("::") || !LoadSession.isName(name)
            ? null
            : environment.modules().directory(name);
    if (module == null) {
      return null;
    }
    Path file = module.resolve("types").resolve("init_typeset.pp");
    Loaded<TypeAlias> found = check(name, "type", TypeAlias.class, file, name);
    if (found != null && !isTypeSet(found.definition())) {
      throw new EvaluationException(
          "The code loaded from %s does not define the TypeSet '%s'"
              .formatted(
                  environment.logicalPath(file),
                  name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
    }
    return found;
  }

  private static boolean isTypeSet(TypeAlias alias) {
    return alias.typeExpr() instanceof AccessExpression access
        && access.left() instanceof QualifiedReference left
        && left.casedValue().equals("TypeSet");
  }

  private <T extends Definition> @Nullable Loaded<T> load(String name, String kind, Class<T> type) {
    if (!LoadSession.isName(name)) {
      return null;
    }
    String[] parts = name.split("::", 2);
    String path = name.replace("::", "/") + ".pp";
    Loaded<T> found =
        check(name, kind, type, environment.directory().resolve(kind + "s").resolve(path), null);
    if (found != null || parts.length == 1) {
      return found;
    }
    Path module = environment.modules().directory(parts[0]);
    return module == null
        ? null
        : check(
            name,
            kind,
            type,
            module.resolve(kind + "s").resolve(parts[1].replace("::", "/") + ".pp"),
            parts[0]);
  }

  private <T extends Definition> @Nullable Loaded<T> check(
      String name, String kind, Class<T> type, Path file, @Nullable String module) {
    Checked checked = environment.program(file);
    if (checked == null) {
      return null;
    }
    Program program = checked.program();
    String source = environment.logicalPath(file);
    if (program.definitions().isEmpty()) {
      throw new EvaluationException(
          "The code loaded from %s does not define the %s '%s' - it is empty."
              .formatted(source, kind, name));
    }
    if (program.definitions().size() > 1) {
      throw new EvaluationException(
          "The code loaded from %s must contain only the %s '%s' - it has additional definitions."
              .formatted(source, kind, name));
    }
    Definition definition = program.definitions().getFirst();
    if (!type.isInstance(definition)) {
      throw new EvaluationException(
          "The code loaded from %s does not define the %s '%s' - no %s found."
              .formatted(
                  source,
                  kind,
                  name,
                  kind.equals("type") ? "type alias or type definition" : kind));
    }
    checkName(name, source, definition);
    if (!(program.body() instanceof Definition)) {
      throw new EvaluationException(
          "The code loaded from %s contains additional logic - can only contain the %s %s"
              .formatted(source, kind, kind.equals("type") ? "'" + name + "'" : name));
    }
    return new Loaded<>(type.cast(definition), program.source(), module);
  }

  private static void checkName(String name, String source, Definition definition) {
    if (definition instanceof FunctionDefinition function && !function.name().equals(name)) {
      throw new EvaluationException(
          "The code loaded from %s produced function with the wrong name, expected %s, actual %s"
              .formatted(source, name, function.name()));
    }
    if (definition instanceof TypeAlias alias
        && !alias.name().toLowerCase(Locale.ROOT).equals(name)) {
      throw new EvaluationException(
          "The code loaded from %s produced type with the wrong name, expected '%s', actual '%s'"
              .formatted(source, name, alias.name()));
    }
  }
}
