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
 * @param outage what happens while it is away
 */
public record StoreConfig(String backend, Map<String, String> settings, OutageSettings outage) {

  /** With the usual settings for outages. */
  public StoreConfig(String backend, Map<String, String> settings) {
    this(backend, settings, OutageSettings.DEFAULT);
  }

  public StoreConfig {
    settings = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }
}
