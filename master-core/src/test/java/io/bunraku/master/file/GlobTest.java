// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.master.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Ruby's File.fnmatch? says of the same. */
class GlobTest {

  @ParameterizedTest
  @CsvSource({
    ".svn, .svn, true",
    "CVS, CVS, true",
    "CVS, CVSX, false",
    "*.rb, a.rb, true",
    "*.rb, .rb, false",
    "*, .hidden, false",
    ".*, .hidden, true",
    "a?c, abc, true",
    "a?c, ac, false",
    "[a-c]x, bx, true",
    "[!a-c]x, bx, false",
    "[!a-c]x, zx, true",
    "a*b*c, aXbYc, true",
    "a*b*c, acb, false",
    "a\\*, a*, true",
    "a\\*, ab, false",
    "*~, file~, true",
  })
  void matchesAsRuby(String pattern, String name, boolean expected) {
    assertThat(Glob.matches(pattern, name)).isEqualTo(expected);
  }
}
