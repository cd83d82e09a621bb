// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

/**
 * Ruby's {@code ArgumentError}: unlike a {@code LookupError} it takes the position of the call that
 * started the lookup. It turns into an evaluation error where a lookup ends.
 */
final class RubyArgumentError extends RuntimeException {

  RubyArgumentError(String message) {
    super(message, null, false, false);
  }

  /** Ruby's words for a method that a value does not have. */
  static RubyArgumentError noMethod(String method, Object value) {
    return new RubyArgumentError(
        "undefined method `%s' for %s:%s"
            .formatted(method, RubyValue.inspect(value), RubyValue.className(value)));
  }
}
