// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a node beside its documents. It changes with every run, the documents do not.
 *
 * @param node the node
 * @param generations for each environment the highest generation that the node has been given
 * @param assignment how often the node has changed its environment
 * @param environment the environment of that assignment, or null before the first catalog
 * @param produced when a master last wrote for it, in milliseconds since 1970
 * @param deactivated when it was last deactivated, in milliseconds since 1970, or 0 for never
 * @param volatileFacts facts that change at every run
 * @param codeId code of the last catalog, or null
 * @param catalogUuid UUID of the last catalog, or null
 */
public record NodeState(
    Certname node,
    Map<EnvironmentName, Long> generations,
    long assignment,
    @Nullable EnvironmentName environment,
    long produced,
    long deactivated,
    Map<String, Object> volatileFacts,
    @Nullable String codeId,
    @Nullable String catalogUuid) {

  /** Freezes the maps. */
  public NodeState {
    generations = Collections.unmodifiableMap(new TreeMap<>(generations));
    volatileFacts = Collections.unmodifiableMap(new LinkedHashMap<>(volatileFacts));
  }

  /** A node of which nothing is known. */
  public static NodeState unknown(Certname node) {
    return new NodeState(node, Map.of(), 0, null, 0, 0, Map.of(), null, null);
  }

  /** Whether it has been seen since it was last deactivated. */
  public boolean isActive() {
    return produced > deactivated;
  }

  /** The highest generation of an environment that the node has been given, 0 for none. */
  public long generation(EnvironmentName of) {
    return generations.getOrDefault(of, 0L);
  }
}
