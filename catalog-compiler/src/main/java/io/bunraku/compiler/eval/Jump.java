// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import io.bunraku.compiler.value.Undef;

/**
 * Leaves a lambda, function or class early: what the functions {@code next}, {@code return} and
 * {@code break} throw. Stackless, and no error until it reaches a place where it is illegal.
 */
public abstract sealed class Jump extends RuntimeException {

  private final Object value;
  private final Site site;

  private Jump(String message, Object value, Site site) {
    super(message, null, false, false);
    this.value = value;
    this.site = site;
  }

  /** The value that the left block, function or class has. */
  public Object value() {
    return value;
  }

  /** The position of the call, for the error when the jump is illegal there. */
  public Site site() {
    return site;
  }

  /** Ends the innermost lambda with a value. */
  public static final class Next extends Jump {

    /** Creates the jump. */
    public Next(Object value, Site site) {
      super("next() from context where this is illegal", value, site);
    }
  }

  /** Ends the innermost function, class or define with a value. */
  public static final class Return extends Jump {

    /** Creates the jump. */
    public Return(Object value, Site site) {
      super("return() from context where this is illegal", value, site);
    }
  }

  /** Ends the innermost iteration. */
  public static final class Break extends Jump {

    /** Creates the jump; its value is {@code undef}, as iterations have values of their own. */
    public Break(Site site) {
      super("break() from context where this is illegal", Undef.UNDEF, site);
    }
  }
}
