// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import org.jspecify.annotations.Nullable;

/** Variables and context of one class, define, node or the top. */
public abstract class Scope {

  /** The compile that this scope belongs to. */
  public abstract Compilation compilation();

  /**
   * The value of a variable.
   *
   * @param name without {@code $}, possibly qualified
   * @return the value, or null when no scope has set it
   */
  public abstract @Nullable Object lookupVariable(String name);

  /** Sets a variable of this scope. */
  public abstract void setVariable(String name, Object value);

  /** What this scope belongs to; a local scope inside answers for the one around it. */
  public abstract ScopeOwner owner();

  /**
   * Where a class was first declared or a define's resource stands: the chain that resource
   * defaults follow. Null for the top scope.
   */
  public abstract @Nullable Scope parent();

  /** Opens a scope whose {@link #parent()} is this one, for a node, class or define. */
  public abstract Scope newScope(ScopeOwner owner);

  /** The module that the running code belongs to, or null. */
  public abstract @Nullable String moduleName();
}
