// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a node has told of itself.
 *
 * @param node whose facts
 * @param environment the environment that the agent asked for, or null when it was not said
 * @param values name to JSON data ({@code String Long Double Boolean List Map}, null inside)
 * @param produced milliseconds since 1970
 * @param producer the master that received them
 */
public record Facts(
    Certname node,
    @Nullable EnvironmentName environment,
    Map<String, Object> values,
    long produced,
    String producer) {

  /** Freezes the top level; nested values are not to be changed. */
  public Facts {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
