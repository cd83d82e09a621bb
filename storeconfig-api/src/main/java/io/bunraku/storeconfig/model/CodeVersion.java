// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

/**
 * One generation of an environment's code. A generation has one tree, for ever.
 *
 * @param environment the environment
 * @param generation from 1; it only grows, also over a removal
 * @param tree hash of the content, or empty when the environment was removed
 * @param language 7 or 8
 * @param published milliseconds since 1970
 * @param master who published it
 */
public record CodeVersion(
    EnvironmentName environment,
    long generation,
    String tree,
    int language,
    long published,
    String master) {

  /** Whether this generation says that the environment is no more. */
  public boolean removed() {
    return tree.isEmpty();
  }
}
