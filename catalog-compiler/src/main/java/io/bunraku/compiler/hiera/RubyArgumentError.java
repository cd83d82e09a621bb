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
}
