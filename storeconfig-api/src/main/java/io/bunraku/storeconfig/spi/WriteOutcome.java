// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.spi;

/** How a write ended. A lost race is a value, not an exception. */
public sealed interface WriteOutcome {

  /**
   * The write is durable.
   *
   * @param token names the new state, or, in the siblings model, this write within it
   */
  record Written(Token token) implements WriteOutcome {}

  /** Another write came first; nothing was changed. */
  record Conflict() implements WriteOutcome {}

  /**
   * The write may have happened, or may still happen.
   *
   * @param reason for logs, as the driver said it
   */
  record Unknown(String reason) implements WriteOutcome {}
}
