// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.catalog;

import io.bunraku.compiler.eval.Scope;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the catalog keeps with a scope: whose code runs there, and defaults of resource types. */
final class ScopeState {

  private final CodeUnit source;
  private @Nullable Map<String, Map<String, Param>> defaults;

  ScopeState(CodeUnit source) {
    this.source = source;
  }

  static ScopeState of(Scope scope) {
    if (scope.defaults() instanceof ScopeState state) {
      return state;
    }
    throw new IllegalStateException("a scope without source: " + scope);
  }

  CodeUnit source() {
    return source;
  }

  /** The defaults of this scope alone, to be added to. */
  Map<String, Param> own(String type) {
    if (defaults == null) {
      defaults = new HashMap<>();
    }
    return defaults.computeIfAbsent(type, key -> new LinkedHashMap<>());
  }

  /** All defaults that hold in a scope, those of outer scopes first; null when there are none. */
  static @Nullable Map<String, Param> lookupDefaults(@Nullable Scope scope, String type) {
    if (scope == null) {
      return null;
    }
    Map<String, Param> outer = lookupDefaults(scope.parent(), type);
    Map<String, Param> own = own(scope, type);
    if (own == null || outer == null) {
      return own == null ? outer : own;
    }
    Map<String, Param> all = new LinkedHashMap<>(outer);
    all.putAll(own);
    return all;
  }

  /** Whether a value is what a parameter has by default in a scope. */
  static boolean isDefault(@Nullable Scope scope, String type, String name, Object value) {
    for (Scope next = scope; next != null; next = next.parent()) {
      Map<String, Param> own = own(next, type);
      Param param = own == null ? null : own.get(name);
      if (param != null && param.value().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Map<String, Param> own(Scope scope, String type) {
    return scope.defaults() instanceof ScopeState state && state.defaults != null
        ? state.defaults.get(type)
        : null;
  }
}
