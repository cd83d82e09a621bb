// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.hiera;

import io.bunraku.compiler.eval.Scope;
import org.jspecify.annotations.Nullable;

/** Hiera as one compile sees it: what was read is memoised until the compile ends. */
public interface Lookup {

  /**
   * Automatic parameter lookup.
   *
   * @param scope whose variables are interpolated
   * @param key {@code class::parameter}
   * @return the merged and converted value, or null when no layer has the key; undef is found, but
   *     Puppet lets a parameter's own default win over it
   */
  @Nullable Object lookup(Scope scope, String key);

  /**
   * Looks a key up as the {@code lookup} function does, without default value and type check.
   *
   * @param scope whose variables are interpolated
   * @param key possibly dotted
   * @param merge a strategy's name, a hash with its options, or null for what {@code
   *     lookup_options} say
   * @return the value, or null when no layer has the key
   */
  @Nullable Object lookup(Scope scope, String key, @Nullable Object merge);

  /**
   * The whole of the functions {@code lookup}, {@code hiera}, {@code hiera_array} and {@code
   * hiera_hash}: names in order, overrides, defaults, type check.
   *
   * @param scope whose variables are interpolated
   * @param request what is asked for
   * @return the value
   * @throws io.bunraku.compiler.eval.EvaluationException preformatted, when nothing is found:
   *     "Function lookup() did not find a value for the name 'x'"
   */
  Object lookup(Scope scope, LookupRequest request);
}
