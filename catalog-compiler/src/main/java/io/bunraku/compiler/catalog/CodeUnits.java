// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.LogEntry;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.loader.EnvironmentLoader;
import io.bunraku.compiler.loader.LoadListener;
import io.bunraku.compiler.loader.Loaded;
import io.bunraku.compiler.syntax.Definition.HostClassDefinition;
import io.bunraku.compiler.syntax.Definition.NodeDefinition;
import io.bunraku.compiler.syntax.Definition.ResourceTypeDefinition;
import io.bunraku.compiler.syntax.Parameter;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes and defines that one compile has come across; each is one object. */
final class CodeUnits {

  private final EnvironmentLoader loader;
  private final IdentityHashMap<HostClassDefinition, CodeUnit> classes = new IdentityHashMap<>();
  private final IdentityHashMap<ResourceTypeDefinition, CodeUnit> defines = new IdentityHashMap<>();
  private final Map<String, CodeUnit> own = new HashMap<>();

  CodeUnits(EnvironmentLoader loader) {
    this.loader = loader;
    own.put("", CodeUnit.empty("", ""));
  }

  /** Evaluates types of parameters as soon as a class or define is loaded, from now on. */
  void evaluateTypesIn(Scope top) {
    loader.whenLoading(
        new LoadListener() {
          @Override
          public void hostClass(Loaded<HostClassDefinition> loaded) {
            check(unit(loaded), top);
          }

          @Override
          public void define(Loaded<ResourceTypeDefinition> loaded) {
            check(unitOfDefine(loaded), top);
          }
        });
  }

  private static void check(CodeUnit unit, Scope top) {
    ParameterTypes.of(unit, top);
    for (Parameter parameter : unit.parameters()) {
      if (Metaparameters.contains(parameter.name())) {
        checkMetaparameter(unit.name(), parameter, top);
      }
    }
  }

  private static void checkMetaparameter(String unit, Parameter parameter, Scope top) {
    String name = parameter.name();
    if (parameter.value() == null) {
      throw new EvaluationException(
          "%s is a metaparameter; please choose another parameter name in the %s definition"
              .formatted(name, unit));
    }
    String warning =
        "%s is a metaparam; this value will inherit to all contained resources in the %s definition"
            .formatted(name, unit);
    if (top.isFirstWarning(warning)) {
      top.compilation().log().accept(new LogEntry("warning", warning, "Puppet", null, 0));
    }
  }

  /** The class without name, which all main manifests make. */
  CodeUnit main() {
    return hostClassOrThrow("");
  }

  /** The class of the settings. */
  CodeUnit settings() {
    CodeUnit unit = hostClass("settings");
    if (unit == null) {
      unit = CodeUnit.empty("settings", null);
      own.put("settings", unit);
    }
    return unit;
  }

  private CodeUnit hostClassOrThrow(String name) {
    CodeUnit unit = hostClass(name);
    if (unit == null) {
      throw new EvaluationException("Could not find class " + name);
    }
    return unit;
  }

  /** A class by its name in any case, with or without leading colons; null when there is none. */
  @Nullable CodeUnit hostClass(String className) {
    String name = Names.withoutColons(className).toLowerCase(Locale.ROOT);
    CodeUnit known = own.get(name);
    if (known != null) {
      return known;
    }
    Loaded<HostClassDefinition> loaded = loader.hostClass(name);
    if (loaded == null) {
      return null;
    }
    return unit(loaded);
  }

  private CodeUnit unit(Loaded<HostClassDefinition> loaded) {
    return classes.computeIfAbsent(loaded.definition(), it -> hostClass(loaded));
  }

  private static CodeUnit hostClass(Loaded<HostClassDefinition> loaded) {
    HostClassDefinition it = loaded.definition();
    return new CodeUnit(
        CodeUnit.Kind.CLASS,
        it.name(),
        parentClass(it),
        it.parameters(),
        it.body(),
        loaded.source(),
        it.offset(),
        moduleName(loaded));
  }

  private static @Nullable String parentClass(HostClassDefinition definition) {
    String parent = definition.parentClass();
    return parent == null || parent.startsWith("::") ? parent : "::" + parent;
  }

  /** A define by its name in any case; null when there is none. */
  @Nullable CodeUnit define(String defineName) {
    Loaded<ResourceTypeDefinition> loaded =
        loader.resourceType(Names.withoutColons(defineName).toLowerCase(Locale.ROOT));
    return loaded == null ? null : unitOfDefine(loaded);
  }

  private CodeUnit unitOfDefine(Loaded<ResourceTypeDefinition> loaded) {
    return defines.computeIfAbsent(loaded.definition(), it -> define(loaded));
  }

  private static CodeUnit define(Loaded<ResourceTypeDefinition> loaded) {
    ResourceTypeDefinition it = loaded.definition();
    return new CodeUnit(
        CodeUnit.Kind.DEFINE,
        it.name(),
        null,
        it.parameters(),
        it.body(),
        loaded.source(),
        it.offset(),
        moduleName(loaded));
  }

  /** A node under one of its names. */
  static CodeUnit node(Loaded<NodeDefinition> loaded, String name) {
    NodeDefinition it = loaded.definition();
    return new CodeUnit(
        CodeUnit.Kind.NODE,
        name,
        null,
        List.of(),
        it.body(),
        loaded.source(),
        it.offset(),
        moduleName(loaded));
  }

  /** The environment's own manifests are a module without name. */
  private static String moduleName(Loaded<?> loaded) {
    String name = loaded.moduleName();
    return name == null ? "" : name;
  }
}
