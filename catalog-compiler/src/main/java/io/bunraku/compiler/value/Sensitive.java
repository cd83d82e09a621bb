// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

/**
 * A value that must not be shown.
 *
 * @param value what is protected
 */
public record Sensitive(Object value) {

  @Override
  public String toString() {
    return "Sensitive [value redacted]";
  }
}
