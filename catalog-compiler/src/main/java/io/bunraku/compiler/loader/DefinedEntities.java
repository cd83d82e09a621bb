// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.loader;

import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.syntax.Source;
import io.bunraku.compiler.type.BuiltinTypes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Functions, type aliases and defines by the loader that Puppet keeps them in: no loader takes a
 * name twice, and a type alias must not hide a define that is already known. A define may have the
 * name of an alias.
 */
final class DefinedEntities {

  /** Where an entity was defined. */
  private record Origin(Source source, int offset) {

    String uri() {
      String file = source.logicalPath();
      return "file:%s?line=%d&pos=%d"
          .formatted(file == null ? "" : "//" + file, source.line(offset), source.column(offset));
    }
  }

  private static final Set<String> LOADED_LATER = Set.of("error");

  private final Map<String, Origin> defines = new HashMap<>();
  private final Map<String, Origin> others = new HashMap<>();

  void addDefine(String name, Source source, int offset) {
    add(defines, "", "type", name, new Origin(source, offset));
  }

  boolean hasDefine(String name) {
    return defines.containsKey("/type/" + name);
  }

  void addFunction(@Nullable String module, String name, Source source, int offset) {
    add(others, loader(module), "function", name, new Origin(source, offset));
  }

  void addType(@Nullable String module, String name, Source source, int offset) {
    Origin define = defines.get("/type/" + name);
    if (define != null) {
      throw redefined("type", name, define);
    }
    refuseBuiltin(name);
    add(others, loader(module), "type", name, new Origin(source, offset));
  }

  private static void refuseBuiltin(String name) {
    boolean core = BuiltinTypes.isCore(name);
    boolean resource = BuiltinTypes.resourceType(name) != null;
    if (core || resource || (BuiltinTypes.find(name) != null && !LOADED_LATER.contains(name))) {
      throw new EvaluationException(
          "Attempt to redefine entity 'http://puppet.com/2016.1/runtime/type/%s'. %s"
              .formatted(
                  name,
                  core
                      ? "Originally set by Puppet-Type-System/Static-Loader."
                      : "Set at unknown location"));
    }
  }

  private static String loader(@Nullable String module) {
    return module == null ? "" : module;
  }

  private static void add(
      Map<String, Origin> known, String loader, String kind, String name, Origin origin) {
    Origin earlier = known.putIfAbsent(loader + "/" + kind + "/" + name, origin);
    if (earlier != null) {
      throw redefined(kind, name, earlier);
    }
  }

  private static EvaluationException redefined(String kind, String name, Origin origin) {
    return new EvaluationException(
        "Attempt to redefine entity 'http://puppet.com/2016.1/runtime/%s/%s'. Originally set at %s."
            .formatted(kind, name, origin.uri()));
  }
}
