// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import org.jspecify.annotations.Nullable;

/** The store refuses, and would refuse again: wrong settings, no right, corrupt data. */
public class StoreException extends RuntimeException {

  /**
   * @param message one line that says what the operator can do
   */
  public StoreException(String message) {
    super(message);
  }

  /**
   * @param message one line that says what the operator can do; holds the driver's own words
   * @param cause what the driver threw
   */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
