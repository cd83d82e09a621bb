// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.function.builtin;

import io.bunraku.compiler.loader.TextCache;
import io.bunraku.compiler.value.PuppetRegexp;

/**
 * Expressions that come as strings: manifests give the same few again and again, and to compile one
 * takes longer than to match it.
 */
final class RegexpCache {

  private static final long MAX_CHARACTERS = 256 * 1024;

  private record Key(String source, int options) {}

  private final TextCache<Key, PuppetRegexp> expressions =
      new TextCache<>(MAX_CHARACTERS, MAX_CHARACTERS);

  /** The expression; a malformed one says so when it is used. */
  PuppetRegexp get(String source, int options) {
    return expressions.get(
        new Key(source, options), source.length() + 1, () -> new PuppetRegexp(source, options));
  }
}
