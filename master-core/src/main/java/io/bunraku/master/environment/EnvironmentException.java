// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.environment;

/** An environment that is there and cannot be used. The words are Puppet's. */
public final class EnvironmentException extends Exception {
  EnvironmentException(String message) {
    super(message);
  }
}
