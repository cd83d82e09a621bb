// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.value;

import org.jspecify.annotations.Nullable;

/** Where a regular expression was found in a string; positions are UTF-16 units. */
public final class RegexpMatch {

  private final String subject;
  private final int[] begin;
  private final int[] end;

  RegexpMatch(String subject, int[] begin, int[] end) {
    this.subject = subject;
    this.begin = begin;
    this.end = end;
  }

  /** How many groups there are, the whole match (group 0) included. */
  public int size() {
    return begin.length;
  }

  /** The text of a group; null when it took no part in the match or does not exist. */
  public @Nullable String group(int group) {
    if (group >= begin.length || begin[group] < 0) {
      return null;
    }
    return subject.substring(begin[group], end[group]);
  }

  /** Where a group starts, or -1. */
  public int start(int group) {
    return begin[group];
  }

  /** Where a group ends, or -1. */
  public int end(int group) {
    return end[group];
  }
}
