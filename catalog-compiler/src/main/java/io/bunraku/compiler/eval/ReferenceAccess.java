// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.syntax.Access.AccessExpression;
import io.bunraku.compiler.type.AccessSites;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.PuppetType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.TypeAccess;
import io.bunraku.compiler.value.Undef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The operator {@code []} of types: parameters of resources and classes are read here, types are
 * specialised by {@link TypeAccess}.
 */
final class ReferenceAccess {

  private ReferenceAccess() {}

  static Object access(AccessExpression o, PuppetType type, List<Object> keys, Scope scope) {
    if (type instanceof ResourceType resource && resource.title() != null) {
      String typeName = String.valueOf(resource.typeName());
      return parametersOf(o, typeName, resource.title(), keys, scope);
    }
    if (type instanceof ClassType hostClass && hostClass.className() != null) {
      return parametersOf(o, "Class", hostClass.className(), keys, scope);
    }
    return specialise(o, type, keys, scope);
  }

  /** Types know what is wrong with which key, but not how errors of evaluation begin. */
  private static Object specialise(
      AccessExpression o, PuppetType type, List<Object> keys, Scope scope) {
    try {
      return TypeAccess.access(type, keys, new NodeSites(o, scope));
    } catch (EvaluationException e) {
      if (e.site() == null || e.issueCode() == null) {
        throw e;
      }
      throw new EvaluationException("Evaluation Error: " + e.getMessage(), e.issueCode(), e.site());
    }
  }

  private record NodeSites(AccessExpression o, Scope scope) implements AccessSites {
    @Override
    public Site whole() {
      return scope.site(o.offset());
    }

    @Override
    public Site left() {
      return scope.site(o.left().offset());
    }

    @Override
    public @Nullable Site key(int index) {
      return index < o.keys().size() ? scope.site(o.keys().get(index).offset()) : null;
    }
  }

  private static Object parametersOf(
      AccessExpression o, String typeName, String title, List<Object> keys, Scope scope) {
    boolean isList = keys.size() > 1 || (!keys.isEmpty() && keys.get(0) instanceof List<?>);
    List<Object> names = AccessOperator.flatten(keys);
    names.removeIf(key -> key == Undef.UNDEF);
    if (names.isEmpty()) {
      return isList ? List.of() : Undef.UNDEF;
    }
    return parametersOf(o, typeName, title, names, isList, scope);
  }

  private static Object parametersOf(
      AccessExpression o,
      String typeName,
      String title,
      List<Object> names,
      boolean isList,
      Scope scope) {
    CatalogOperations catalog = scope.compilation().catalog();
    if (!catalog.isDeclared(typeName, title)) {
      throw Issues.at(
          scope, o, "UNKNOWN_RESOURCE", "Resource not found: " + typeName + "['" + title + "']");
    }
    List<Object> result = new ArrayList<>(names.size());
    for (Object name : names) {
      if (!(name instanceof String parameter) || !catalog.isParameter(typeName, title, parameter)) {
        throw unknownParameter(o, typeName, title, name, scope);
      }
      Object value = catalog.parameterOf(scope, typeName, title, parameter);
      result.add(value == null ? Undef.UNDEF : value);
    }
    return isList ? result : result.get(result.size() - 1);
  }

  private static EvaluationException unknownParameter(
      AccessExpression o, String typeName, String title, Object name, Scope scope) {
    String type =
        typeName.substring(0, 1).toUpperCase(Locale.ROOT)
            + typeName.substring(1).toLowerCase(Locale.ROOT);
    return Issues.at(
        scope,
        o,
        "UNKNOWN_RESOURCE_PARAMETER",
        "The resource "
            + type
            + "['"
            + title
            + "'] does not have a parameter called '"
            + RubyStrings.toS(name)
            + "'");
  }
}
