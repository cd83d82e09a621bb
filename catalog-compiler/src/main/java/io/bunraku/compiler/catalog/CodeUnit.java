// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.syntax.Expression;
import io.bunraku.compiler.syntax.Parameter;
import io.bunraku.compiler.syntax.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class, define or node as one compile sees it: what resources are evaluated from, and what
 * decides who may override whom. One for each name and compile, compared by identity.
 */
final class CodeUnit {

  enum Kind {
    CLASS,
    DEFINE,
    NODE
  }

  private final Kind kind;
  private final String name;
  private final @Nullable String parentName;
  private final List<Parameter> parameters;
  private final @Nullable Expression body;
  private final @Nullable Source text;
  private final @Nullable String moduleName;
  private final int offset;
  private @Nullable CodeUnit parent;
  private boolean overriding;
  private @Nullable ParameterTypes types;

  CodeUnit(
      Kind kind,
      String name,
      @Nullable String parentName,
      List<Parameter> parameters,
      @Nullable Expression body,
      @Nullable Source text,
      int offset,
      @Nullable String moduleName) {
    this.kind = kind;
    this.name = name;
    this.parentName = parentName;
    this.parameters = parameters;
    this.body = body;
    this.text = text;
    this.offset = offset;
    this.moduleName = moduleName;
  }

  /** A class without code, as main and settings are. */
  static CodeUnit empty(String name, @Nullable String moduleName) {
    return new CodeUnit(Kind.CLASS, name, null, List.of(), null, null, 0, moduleName);
  }

  Kind kind() {
    return kind;
  }

  /** Full name, lower case; empty for main. */
  String name() {
    return name;
  }

  @Nullable String parentName() {
    return parentName;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  @Nullable Expression body() {
    return body;
  }

  @Nullable Source text() {
    return text;
  }

  int offset() {
    return offset;
  }

  @Nullable String moduleName() {
    return moduleName;
  }

  @Nullable Parameter parameter(String parameterName) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(parameterName)) {
        return parameter;
      }
    }
    return null;
  }

  /** The inherited class once it was resolved, or null. */
  @Nullable CodeUnit parent() {
    return parent;
  }

  void resolveParent(CodeUnit unit) {
    parent = unit;
  }

  /** Allows this unit to override anything from now on, as a collector with overrides does. */
  void startOverriding() {
    overriding = true;
  }

  /** Whether this unit may override what another has set: it inherits from it. */
  boolean isChildOf(@Nullable CodeUnit other) {
    if (overriding) {
      return true;
    }
    return parent != null && (parent == other || parent.isChildOf(other));
  }

  @Nullable ParameterTypes types() {
    return types;
  }

  void resolveTypes(ParameterTypes resolved) {
    types = resolved;
  }
}
