// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import org.jspecify.annotations.Nullable;

/**
 * What a scope belongs to in the catalog: main, a node, a class or a resource of a define. The
 * catalog's side of a scope; the evaluator asks it, and never makes one.
 */
public interface ScopeOwner {

  /** What kinds of code open a scope. */
  enum Kind {
    MAIN,
    NODE,
    CLASS,
    DEFINE
  }

  /** Which kind of code runs in the scope. */
  Kind kind();

  /** The resource, as logs show it inside {@code Scope(...)}: {@code Class[main]}. */
  String reference();

  /** Name of the class, node or define, lower case; empty for main. */
  String name();

  /** The module that holds the code, or null. */
  @Nullable String moduleName();

  /** The scope of the class that this class inherits, or null. */
  @Nullable Scope inheritedScope();
}
