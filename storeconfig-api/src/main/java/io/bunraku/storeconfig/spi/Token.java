// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/**
 * A backend's opaque word for "the state that you have read". It goes back with the next write.
 *
 * @param value the backend's own encoding
 */
public record Token(String value) {
  /** The token of a document that does not exist. */
  public static final Token ABSENT = new Token("");

  /** Whether nothing was there. */
  public boolean isAbsent() {
    return value.isEmpty();
  }
}
