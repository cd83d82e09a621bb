// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all scopes of a compile share: the scopes of evaluated classes, and with them all variables
 * that have a qualified name.
 */
final class Globals {

  private final Compilation compilation;
  private final Map<String, Scope> classScopes = new HashMap<>();
  private final Map<String, Object> qualifiedVariables = new HashMap<>();
  private final Set<String> warnings = new HashSet<>();
  private @Nullable Scope top;

  Globals(Compilation compilation) {
    this.compilation = compilation;
  }

  Compilation compilation() {
    return compilation;
  }

  Scope top() {
    return Objects.requireNonNull(top);
  }

  void setTop(Scope scope) {
    top = scope;
  }

  boolean isFirstWarning(String key) {
    return warnings.add(key);
  }

  void setClassScope(String className, Scope scope) {
    classScopes.put(className, scope);
  }

  @Nullable Scope classScope(String className) {
    Scope known = classScopes.get(className);
    return known == null ? classScopes.get(className.toLowerCase(Locale.ROOT)) : known;
  }

  void setQualifiedVariable(String qualified, Object value) {
    qualifiedVariables.put(qualified, value);
  }

  /**
   * The value of a variable of a class, or of the top scope.
   *
   * @param qualified without leading colons
   */
  @Nullable Object lookupQualifiedVariable(String qualified) {
    Object known = qualifiedVariables.get(qualified);
    if (known != null) {
      return known;
    }
    int leafIndex = qualified.lastIndexOf("::");
    if (leafIndex < 0) {
      return top().symbol(qualified);
    }
    Scope scope = classScope(qualified.substring(0, leafIndex));
    return scope == null
        ? null
        : lookupOfClass(scope, qualified.substring(leafIndex + 2), qualified);
  }

  private @Nullable Object lookupOfClass(Scope classScope, String leaf, String qualified) {
    Object own = classScope.symbol(leaf);
    if (own != null) {
      // variables are never reassigned, so what the class itself has set can be remembered
      qualifiedVariables.put(qualified, own);
      return own;
    }
    for (Scope scope = classScope; scope != null; scope = scope.inheritedScope()) {
      Object value = scope.getLocal(leaf);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
