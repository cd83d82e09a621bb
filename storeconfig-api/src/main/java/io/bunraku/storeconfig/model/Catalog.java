// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import org.jspecify.annotations.Nullable;

/**
 * A catalog as it was given to a node.
 *
 * @param node whose catalog
 * @param environment the environment that it was compiled in
 * @param stamp orders the catalogs of a node
 * @param version the catalog's version as text
 * @param codeId the code's identity, or null
 * @param catalogUuid random UUID of the compile; not part of the {@link #digest()}
 * @param json the rich JSON object that the agent gets, in UTF-8
 */
public record Catalog(
    Certname node,
    EnvironmentName environment,
    Stamp stamp,
    String version,
    @Nullable String codeId,
    String catalogUuid,
    Bytes json) {

  /**
   * SHA-256 of what the catalog says: the JSON without its random UUID, and the environment. Two
   * compiles of the same code and facts have one digest.
   */
  public String digest() {
    return CatalogDigest.of(environment, catalogUuid, json);
  }
}
