// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig;

import io.bunraku.storeconfig.model.Bytes;
import io.bunraku.storeconfig.model.Certname;
import io.bunraku.storeconfig.model.EnvironmentName;
import io.bunraku.storeconfig.model.ExportedResource;
import io.bunraku.storeconfig.model.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a compile brought and the store keeps.
 *
 * @param node the node
 * @param environment the environment of the catalog
 * @param generation generation of the environment's code, from 1
 * @param version the catalog's version as text
 * @param codeId the code's identity, or null
 * @param catalogUuid random UUID of the compile, as it stands in the JSON
 * @param json the catalog as the agent gets it
 * @param exports what the node exports now; the store replaces the former set
 * @param facts the facts that came with the request, or null if they were stored before
 */
public record CompiledRun(
    Certname node,
    EnvironmentName environment,
    long generation,
    String version,
    @Nullable String codeId,
    String catalogUuid,
    Bytes json,
    List<ExportedResource> exports,
    @Nullable Facts facts) {

  /** Freezes the list. */
  public CompiledRun {
    exports = List.copyOf(exports);
  }
}
