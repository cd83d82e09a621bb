// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

import io.bunraku.compiler.loader.DirectoryEnvironmentLoader;
import org.jspecify.annotations.Nullable;

/**
 * One version of an environment's code, to which a request is pinned from its first look to its
 * answer.
 *
 * @param loader finds the code
 * @param codeId hash of the code, equal on all masters that have the same; null for a request that
 *     keeps nothing and so did not have it computed
 * @param generation the code's number in the store, from 1, or 0 when it has none
 * @param configVersion what {@code config_version} printed, or null when none is set
 */
public record EnvironmentVersion(
    DirectoryEnvironmentLoader loader,
    @Nullable String codeId,
    long generation,
    @Nullable String configVersion) {

  /** The environment's name. */
  public String name() {
    return loader.environment();
  }
}
