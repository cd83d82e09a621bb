// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

/** Thrown by {@code context.not_found} through the data function that called it. */
final class NoSuchKey extends RuntimeException {

  NoSuchKey() {
    super("no such key", null, false, false);
  }
}
