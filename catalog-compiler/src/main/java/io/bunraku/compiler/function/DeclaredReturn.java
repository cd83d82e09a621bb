// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function;

import io.bunraku.compiler.type.PuppetType;
import org.jspecify.annotations.Nullable;

/**
 * What a function says it returns for some arguments.
 *
 * @param accepts whether any of its signatures takes them, without a lambda
 * @param type what that signature returns, or null when it does not say
 */
public record DeclaredReturn(boolean accepts, @Nullable PuppetType type) {

  /** The arguments are taken, and nothing is said of the result. */
  public static final DeclaredReturn UNSAID = new DeclaredReturn(true, null);

  /** No signature takes the arguments. */
  public static final DeclaredReturn REFUSED = new DeclaredReturn(false, null);
}
