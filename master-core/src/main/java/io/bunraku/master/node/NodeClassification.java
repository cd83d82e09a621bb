// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.node;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a classifier says of a node.
 *
 * @param environment the environment that it assigns, or null when it leaves the agent its own
 * @param classes class to parameters, or to null for plain inclusion, in order
 * @param parameters top-scope variables, in order
 */
public record NodeClassification(
    @Nullable String environment,
    Map<String, @Nullable Map<String, Object>> classes,
    Map<String, Object> parameters) {

  /** Nothing: manifests decide alone. */
  public static final NodeClassification EMPTY = new NodeClassification(null, Map.of(), Map.of());

  public NodeClassification {
    classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }
}
