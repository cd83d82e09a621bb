// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.storeconfig.riak;

import io.bunraku.storeconfig.spi.StoreUnavailableException;

/**
 * What came of a request that was sent.
 *
 * @param <T> what Riak answers
 */
sealed interface Answer<T> {

  /** Riak did it. */
  record Done<T>(T value) implements Answer<T> {}

  /**
   * Riak answered with an error; what that means for a write depends on the error.
   *
   * @param error in Riak's words
   */
  record Refused<T>(String error) implements Answer<T> {}

  /**
   * No answer came: whether the request was carried out is not known.
   *
   * @param why one line
   */
  record Silent<T>(String why) implements Answer<T> {}

  /**
   * The value of a request that changes nothing.
   *
   * @throws StoreUnavailableException if there is none
   */
  default T value(String what) {
    return switch (this) {
      case Done<T> done -> done.value();
      case Refused<T> refused -> throw unavailable(what + ": Riak answered: " + refused.error());
      case Silent<T> silent -> throw unavailable(what + ": " + silent.why());
    };
  }

  private static StoreUnavailableException unavailable(String line) {
    return new StoreUnavailableException("store riak: " + line);
  }
}
