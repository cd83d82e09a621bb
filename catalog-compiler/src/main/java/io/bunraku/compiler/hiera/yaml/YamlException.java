// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera.yaml;

/** A text that cannot be read as YAML; the message is what Puppet shows, with file and position. */
public final class YamlException extends RuntimeException {

  /** Creates the error. */
  public YamlException(String message) {
    super(message, null, false, false);
  }
}
