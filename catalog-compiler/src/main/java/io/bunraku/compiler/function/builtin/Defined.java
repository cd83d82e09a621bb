// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.eval.CatalogOperations;
import io.bunraku.compiler.eval.Compilation;
import io.bunraku.compiler.eval.EvaluationException;
import io.bunraku.compiler.eval.Scope;
import io.bunraku.compiler.function.CallContext;
import io.bunraku.compiler.type.ClassType;
import io.bunraku.compiler.type.ResourceType;
import io.bunraku.compiler.type.TypeType;
import java.util.List;
import java.util.Locale;

/** {@code defined}: whether variables, types, classes or resources exist. */
final class Defined {

  private Defined() {}

  static boolean isDefined(CallContext call, List<Object> values) {
    for (Object value : values) {
      if (isDefined(call, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDefined(CallContext call, Object value) {
    return switch (value) {
      case String text -> isNameDefined(call, text);
      case ResourceType type -> isResourceDefined(call, type);
      case ClassType type -> catalog(call).isDeclared("class", className(type));
      case TypeType type -> isTypeDefined(call, type);
      default ->
          throw new EvaluationException(
              "Invalid argument of type '" + PuppetView.rubyClass(value) + "' to 'defined'");
    };
  }

  private static boolean isTypeDefined(CallContext call, TypeType type) {
    return switch (type.type()) {
      case ResourceType resource -> isResourceDefined(call, resource);
      case ClassType host -> isClass(call.scope().compilation(), className(host));
      case null, default -> false;
    };
  }

  private static boolean isNameDefined(CallContext call, String text) {
    if (text.length() > 1 && text.startsWith("$")) {
      return variableExists(call.scope(), text.substring(1));
    }
    if (text.isEmpty()) {
      return false;
    }
    if (text.equals("main")) {
      return true;
    }
    String name = relative(text);
    return catalog(call).isResourceType(name) || isClass(call.scope().compilation(), name);
  }

  private static boolean variableExists(Scope scope, String variable) {
    return scope.exists(variable);
  }

  private static boolean isResourceDefined(CallContext call, ResourceType type) {
    String typeName = type.typeName();
    if (typeName == null) {
      throw new EvaluationException("The given resource type is a reference to all kind of types");
    }
    String title = type.title();
    String name = relative(typeName);
    CatalogOperations catalog = catalog(call);
    return title == null
        ? catalog.isResourceType(name)
        : catalog.isResourceType(name) && catalog.isDeclared(name, title);
  }

  private static String className(ClassType type) {
    String name = type.className();
    if (name == null) {
      throw new EvaluationException("The given class type is a reference to all classes");
    }
    return relative(name);
  }

  private static boolean isClass(Compilation compilation, String name) {
    return compilation.loader().hostClass(name) != null;
  }

  private static String relative(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith("::") ? lower.substring(2) : lower;
  }

  private static CatalogOperations catalog(CallContext call) {
    return call.scope().compilation().catalog();
  }
}
