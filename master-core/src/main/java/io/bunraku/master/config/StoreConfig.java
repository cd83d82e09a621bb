// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which backend keeps everything.
 *
 * @param backend the provider's name: {@code local}
 * @param settings the backend's own settings, nested keys dotted; the backend knows them
 */
public record StoreConfig(String backend, Map<String, String> settings) {

  public StoreConfig {
    settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
