// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.catalog;

import io.bunraku.storeconfig.model.Facts;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalog that somebody wants.
 *
 * @param certname the node
 * @param environment the environment that the agent says it is in
 * @param checkEnvironment whether the agent would rather restart in another environment
 * @param preferRequested whether the requested environment beats the classifier's
 * @param facts what came with the request, or null for the stored ones
 * @param trusted what {@code $trusted} shows
 * @param storeFacts whether the facts are kept
 * @param storeCatalog whether the catalog and its exports are kept
 */
public record CatalogQuery(
    String certname,
    String environment,
    boolean checkEnvironment,
    boolean preferRequested,
    @Nullable Facts facts,
    Map<String, Object> trusted,
    boolean storeFacts,
    boolean storeCatalog) {}
