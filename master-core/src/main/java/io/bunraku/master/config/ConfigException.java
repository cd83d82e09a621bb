// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.config;

/** A configuration that an operator has to correct. The message names file and line. */
public final class ConfigException extends Exception {

  /**
   * Creates the failure.
   *
   * @param message one line for the operator
   */
  public ConfigException(String message) {
    super(message);
  }
}
