// SPDX-FileCopyrightText: The Bunraku authors
// SPDX-License-Identifier: Apache-2.0
package io.bunraku.compiler.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bunraku.compiler.LanguageOptions;
import io.bunraku.compiler.LanguageVersion;
import org.junit.jupiter.api.Test;

/** {@code max} and {@code min} of what Puppet 8 orders and Puppet 7 takes for text. */
class ExtremesTest {

  private static final String VERSIONS =
      "String(max(SemVer('1.2.0'), SemVer('1.10.0'))) == '1.10.0'";

  @Test
  void language8OrdersVersionsAndTimes() {
    assertThat(in(LanguageVersion.PUPPET_8, VERSIONS)).isEqualTo("true");
    assertThat(in(LanguageVersion.PUPPET_8, "Integer(min([Timespan(10), Timespan(9)]))"))
        .isEqualTo("9");
    assertThat(in(LanguageVersion.PUPPET_8, "Integer(max(Timestamp(9), Timestamp(10)))"))
        .isEqualTo("10");
  }

  @Test
  void language7ComparesTheirTexts() {
    assertThat(in(LanguageVersion.PUPPET_7, VERSIONS)).isEqualTo("false");
  }

  @Test
  void theirSignaturesComeInPuppetsOrder() {
    assertThatThrownBy(() -> in(LanguageVersion.PUPPET_8, "min() |$a| { 1 }"))
        .hasMessageContaining(
            """
              (Array[Numeric] values, Callable[2, 2] block?)
                rejected: block expects 2 arguments, got 1
              (Array[SemVer] values, Callable[2, 2] block?)
                rejected: block expects 2 arguments, got 1
              (Array[Timespan] values, Callable[2, 2] block?)
                rejected: block expects 2 arguments, got 1
              (Array[Timestamp] values, Callable[2, 2] block?)
                rejected: block expects 2 arguments, got 1
              (Array[String] values, Callable[2, 2] block?)
            """
                .stripTrailing());
  }

  private static String in(LanguageVersion version, String text) {
    LanguageOptions options = LanguageOptions.defaults(version);
    return Dump.of(new Evaluation(options, Limits.DEFAULT).evaluate(text));
  }
}
