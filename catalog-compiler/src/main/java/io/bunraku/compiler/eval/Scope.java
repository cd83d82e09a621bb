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

  /** The module that the running code belongs to, or null. */
  public abstract @Nullable String moduleName();
}
