// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

/**
 * A value as it was written.
 *
 * @param value a {@code String}, a {@code List<String>} or a {@code Map<String, String>}
 * @param origin where it was written: {@code bunraku.yaml:3}, {@code --set}
 */
record Setting(Object value, String origin) {

  ConfigException error(String what) {
    return new ConfigException(origin + ": " + what);
  }
}
