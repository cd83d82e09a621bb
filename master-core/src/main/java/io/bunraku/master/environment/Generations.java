// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

/** Gives a tree of code its number. */
@FunctionalInterface
public interface Generations {

  /** Numbers nothing: a compile without a store. */
  Generations NONE = (environment, tree) -> 0;

  /**
   * The generation of a tree: a new one, the head's, or the older one that it was.
   *
   * @param environment the environment's name
   * @param tree hash of the code
   */
  long of(String environment, String tree);
}
