// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import java.util.Set;

/**
 * Makes a backend; found by {@link java.util.ServiceLoader}, so it has a public constructor without
 * arguments.
 */
public interface StoreBackendProvider {

  /** The name in the configuration, lower case: {@code cassandra}. */
  String name();

  /** Names of settings whose values are masked in logs. */
  Set<String> secretSettings();

  /**
   * Validates the settings and makes a backend, without any I/O.
   *
   * @throws StoreException if a setting is unknown, missing or malformed
   */
  StoreBackend open(StoreSettings settings);
}
