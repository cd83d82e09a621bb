// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.port;

import io.bunraku.compiler.function.PuppetFunction;
import org.jspecify.annotations.Nullable;

/** What modules carry in Ruby. Found by ServiceLoader; without it names are simply unknown. */
public interface RubyBridge {

  /** Knows no Ruby. */
  RubyBridge NONE = name -> null;

  /**
   * Finds a function that is written in Ruby.
   *
   * @param name full name, lower case
   * @return the function, or null when there is none
   */
  @Nullable PuppetFunction function(String name);
}
