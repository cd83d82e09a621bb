// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

import org.jspecify.annotations.Nullable;

/**
 * The store cannot answer now, and may later. Thrown from a write it says that nothing was written:
 * a backend that is not sure answers {@link WriteOutcome.Unknown}.
 */
public final class StoreUnavailableException extends StoreException {

  /**
   * @param message one line
   */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /**
   * @param message one line
   * @param cause what the driver threw
   */
  public StoreUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
