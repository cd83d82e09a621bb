// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import org.jspecify.annotations.Nullable;

/** What a regular expression matched: the values of {@code $0}, {@code $1} ... */
@FunctionalInterface
public interface MatchData {

  /**
   * A group's text.
   *
   * @param number 0 for the whole match
   * @return null when the group took no part in the match, or there is no such group
   */
  @Nullable String group(int number);
}
